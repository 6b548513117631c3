import { fromCdk, isCdk } from './cdk/from-cdk.ts'
import { fromAwsCli, hasPoolCommands } from './commands/from-aws-cli.ts'
import { completedPool } from './described/completed-pool.ts'
import type { DescribedPool } from './described/described-pool.ts'
import { offeredPools } from './described/offered-pools.ts'
import { fromDocuments } from './from-documents.ts'
import { HclError } from './hcl/hcl-tokens.ts'
import { parseHcl } from './hcl/parse-hcl.ts'
import { jsonDocuments } from './json-documents.ts'
import { looseAsYaml, unwrapped } from './loose-json.ts'
import { NEITHER } from './other-answers.ts'
import { whatTextIs } from './other-programs.ts'
import type { FoundPool, ReadPools } from './read-pools-result.ts'
import { saidByVariables } from './said/said-in.ts'
import { isColumns, isPrintedPlan, isTable, withoutCommands } from './terminal-text.ts'
import { fromBlocks } from './terraform/from-hcl.ts'
import { TooMuch, type Answers } from './told/told.ts'
import { saidWithoutPool } from './pool-elsewhere.ts'

const UNLOADED = 'The reader of YAML could not be loaded. Reload the page and paste it again.'
const TOO_DEEP = new TooMuch().message
const UNKNOWN =
  'No known format was recognised: this looks like none of JSON, YAML and Terraform. The hint below says what can be read.'
const NO_JSON = 'This looks like JSON, but it is not whole or not well-formed.'
const PRINTED_PLAN =
  'This is a plan as Terraform prints it for people. Run terraform plan -out=tfplan, then terraform show -json tfplan, and paste what that prints.'
const AS_A_TABLE =
  'This is an answer of the AWS CLI as a table or in columns, which loses what belongs together. Run the same command with --output json and paste that.'

/**
 * The identity pools that a text describes: answers of the AWS CLI, templates of CloudFormation, each in JSON or YAML,
 * files of Serverless, Terraform's configuration, states and plans, and the code that Lifeguard writes. `given` is what
 * other texts say of what this one asks for.
 */
export async function readPools(pasted: string, given: Answers = {}): Promise<ReadPools> {
  const text = unwrapped(pasted.replaceAll('\ufeff', ''))
  if (text.trim() === '') return { ok: false, problem: 'Paste a description first.' }
  try {
    const found = await fromText(text, given)
    if (!found.ok)
      return isVague(found.problem)
        ? { ...found, problem: whatTextIs(text, found.problem === NEITHER) ?? found.problem }
        : found
    if (found.pools.length > 0) return { ...found, pools: toldApart(offeredPools(found.pools)) }
    const says = Object.keys(found.said).length > 0
    return { ok: false, problem: saidWithoutPool(found.source, text), ...(says && { said: found.said }) }
  } catch (error) {
    if (error instanceof TooMuch || error instanceof RangeError) return { ok: false, problem: TOO_DEEP }
    throw error
  }
}

/** Whether a problem says nothing of what a text is, or something of a format that it may not be of. */
const isVague = (problem: string): boolean =>
  [UNKNOWN, NEITHER, NO_JSON].includes(problem) || /^(?:Line \d+: |This YAML )/.test(problem)

/** Pools by the names that are known of them; of one name or key with a number behind it. */
function toldApart(pools: readonly DescribedPool[]): FoundPool[] {
  const counter = () => {
    const seen = new Map<string, number>()
    return (name: string) => {
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      return count === 1 ? name : `${name} (${count})`
    }
  }
  const [keyOf, labelOf] = [counter(), counter()]
  return pools.map((pool) => {
    const { name } = completedPool(pool).snapshot.pool
    return { ...pool, key: keyOf(pool.key), label: labelOf(name || pool.key) }
  })
}

const found = (source: string, pools: readonly DescribedPool[], said: Answers = {}): ReadPools => ({
  ok: true,
  source,
  pools: pools.map((pool) => ({ ...pool, label: '' })),
  said,
})

async function fromText(whole: string, given: Answers): Promise<ReadPools> {
  if (hasPoolCommands(whole)) {
    const pools = fromAwsCli(whole)
    if (pools.length > 0) return found('commands of the AWS CLI', pools)
  }
  if (isCdk(whole)) return found('a program for the AWS CDK', fromCdk(whole))
  const text = withoutCommands(whole)
  if (text.trim() === '')
    return {
      ok: false,
      problem: 'These are commands without their answers. Paste what they answered with --output json.',
    }
  const documents = jsonDocuments(text)
  if (documents) {
    const yaml = needsYaml(documents) ? await yamlReader() : null
    return fromDocuments(documents, (one) => jsonDocuments(one) ?? yaml?.(one) ?? [], given)
  }
  if (isTable(text) || isColumns(text)) return { ok: false, problem: AS_A_TABLE }
  if (isPrintedPlan(text)) return { ok: false, problem: PRINTED_PLAN }
  if (/^\s*[[{]/.test(text)) return fromLooseJson(text, given)
  return isYaml(text) ? fromYaml(text, given) : fromTerraformText(text, given)
}

const needsYaml = (documents: readonly unknown[]): boolean =>
  documents.some((one) => typeof Reflect.get(Object(one), 'TemplateBody') === 'string')

const yamlReader = async () => (await import('./template/yaml-documents.ts').catch(() => null))?.yamlDocuments ?? null

async function fromYaml(text: string, given: Answers): Promise<ReadPools> {
  const yaml = await import('./template/yaml-documents.ts').catch(() => null)
  if (!yaml) return { ok: false, problem: UNLOADED }
  const { yamlDocuments, YamlProblem } = yaml
  try {
    return fromDocuments(yamlDocuments(text), yamlDocuments, given)
  } catch (error) {
    if (error instanceof YamlProblem) return { ok: false, problem: error.message }
    throw error
  }
}

/** What is nearly JSON, where it has a pool. */
async function fromLooseJson(text: string, given: Answers): Promise<ReadPools> {
  const loose = looseAsYaml(text)
  const read = loose === null ? null : await fromYaml(loose, given)
  return read?.ok ? read : { ok: false, problem: NO_JSON }
}

function fromTerraformText(text: string, given: Answers): ReadPools {
  try {
    const body = parseHcl(text)
    const said = saidByVariables(body)
    const source = 'Terraform configuration'
    if (body.blocks.length === 0 && Object.keys(said).length > 0)
      return {
        ok: false,
        problem:
          'These are values of variables, and the configuration that takes them is missing. Paste or choose both together.',
        said,
      }
    return found(source, fromBlocks(body.blocks, { ...given, ...said }), said)
  } catch (error) {
    if (error instanceof HclError) return { ok: false, problem: isTerraform(text) ? error.message : UNKNOWN }
    throw error
  }
}

/** Whether some line begins as lines of Terraform do. */
const isTerraform = (text: string): boolean =>
  /^[ \t]*(?:[\w-]+[ \t]*=|(?:resource|data|module|variable|locals|terraform|provider|output|import|moved|removed)\b.*\{)/m.test(
    text,
  )

/** Whether the first line that says anything is a key with its colon, an item of a list, or begins a document. */
function isYaml(text: string): boolean {
  for (const [, line = ''] of text.matchAll(/^[ \t]*(\S.{0,300})/gm)) {
    if (line.startsWith('#')) continue
    return /^(?:---|%(?:YAML|TAG)\b|-\s|(?:"[^"]*"|'[^']*'|[^\s"'={}][^"'={}]*?)\s*:(?:\s|$))/.test(line)
  }
  return false
}
