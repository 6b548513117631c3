import { fromAnswers, fieldNames } from './from-answers.ts'
import { fromCloudFormation } from './from-cloudformation.ts'
import { fromHcl } from './from-hcl.ts'
import type { Fields, ImportedPool } from './from-service.ts'
import { fromTerraformJson } from './from-terraform-json.ts'
import { HclError } from './hcl-tokens.ts'
import { jsonDocuments } from './json-documents.ts'
import { isFields } from './template-values.ts'

const UNLOADED = 'The reader of YAML could not be loaded. Reload the page and paste it again.'

const UNKNOWN =
  'No known format was recognised: this looks like none of JSON, YAML and Terraform. The hint below says what can be read.'

export type ReadPools =
  | { ok: true; source: string; pools: ImportedPool[] }
  /** Why the text was not understood, in a sentence. */
  | { ok: false; problem: string }

/**
 * The identity pools that a text describes: answers of the AWS CLI or a CloudFormation template, each in JSON or YAML,
 * what `terraform show -json` prints, or Terraform's own language.
 */
export async function readPools(pasted: string): Promise<ReadPools> {
  const text = pasted.replace(/^\ufeff/, '')
  if (text.trim() === '') return { ok: false, problem: 'Paste a description first.' }
  const documents = jsonDocuments(text)
  const found = documents ? fromJson(documents) : await fromLanguage(text)
  if (!found.ok || found.pools.length > 0) return found.ok ? { ...found, pools: toldApart(found.pools) } : found
  return { ok: false, problem: `This is ${found.source}, but there is no identity pool in it.` }
}

/** Pools of one name or key with a number behind it. */
function toldApart(pools: ImportedPool[]): ImportedPool[] {
  const counted = (read: (pool: ImportedPool) => string) => {
    const seen = new Map<string, number>()
    return pools.map((pool) => {
      const name = read(pool)
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      return count === 1 ? name : `${name} (${count})`
    })
  }
  const keys = counted(({ key }) => key)
  const labels = counted(({ label }) => label)
  return pools.map((pool, index) => ({ ...pool, key: keys[index] ?? pool.key, label: labels[index] ?? pool.label }))
}

const kinds = [
  { source: 'a CloudFormation template', read: fromCloudFormation },
  { source: 'what terraform show -json prints', read: fromTerraformJson },
]

/** All documents of a text, whatever each of them is. */
function fromJson(documents: unknown[]): ReadPools {
  const sources: string[] = []
  const pools: ImportedPool[] = []
  const rest: Fields[] = []
  for (const document of documents) {
    const kind = kinds
      .map(({ source, read }) => ({ source, found: read(document) }))
      .find(({ found }) => found !== null)
    if (kind?.found) {
      sources.push(kind.source)
      pools.push(...kind.found)
    } else if (isFields(document)) rest.push(document)
  }
  if (rest.some((one) => 'IdentityPoolName' in one)) {
    sources.unshift('an answer of describe-identity-pool')
    pools.unshift(...fromAnswers(rest))
  } else if (sources.length > 0) {
    const notes = rest.map((one) => `An object with ${fieldNames(one)} is not understood, so it was left out.`)
    pools.splice(0, pools.length, ...pools.map((pool) => ({ ...pool, notes: [...pool.notes, ...notes] })))
  }
  if (sources.length > 0) return { ok: true, source: [...new Set(sources)].join(' and '), pools }
  return {
    ok: false,
    problem:
      'This is neither an answer of describe-identity-pool, nor a CloudFormation template, nor what terraform show -json prints.',
  }
}

async function fromLanguage(text: string): Promise<ReadPools> {
  if (/^\s*[[{]/.test(text))
    return { ok: false, problem: 'This looks like JSON, but it is not whole or not well-formed.' }
  if (isYaml(text)) {
    const yaml = await import('./yaml-documents.ts').catch(() => null)
    if (!yaml) return { ok: false, problem: UNLOADED }
    const { yamlDocuments, YamlProblem } = yaml
    try {
      return fromJson(yamlDocuments(text))
    } catch (error) {
      if (error instanceof YamlProblem) return { ok: false, problem: error.message }
      throw error
    }
  }
  try {
    return { ok: true, source: 'Terraform configuration', pools: fromHcl(text) }
  } catch (error) {
    if (error instanceof HclError) return { ok: false, problem: isTerraform(text) ? error.message : UNKNOWN }
    throw error
  }
}

/** Whether some line begins as lines of Terraform do. */
const isTerraform = (text: string): boolean =>
  /^\s*(?:[\w-]+\s*=|(?:resource|data|module|variable|locals|terraform|provider|output|import|moved|removed)\b.*\{)/m.test(
    text,
  )

/** Whether the first line that says anything is a key with its colon or begins a document. */
function isYaml(text: string): boolean {
  const first = text.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? ''
  return /^(?:---|(?:"\w+"|'\w+'|\w+):(?:\s|$))/.test(first)
}
