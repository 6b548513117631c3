import { fromCloudFormation } from './from-cloudformation.ts'
import { fromHcl } from './from-hcl.ts'
import { fromService, type Fields, type ImportedPool } from './from-service.ts'
import { fromTerraformJson } from './from-terraform-json.ts'
import { HclError } from './hcl-tokens.ts'
import { jsonDocuments } from './json-documents.ts'

export type ReadPools =
  | { ok: true; source: string; pools: ImportedPool[] }
  /** Why the text was not understood, in a sentence. */
  | { ok: false; problem: string }

/**
 * The identity pools that a text describes: answers of the AWS CLI or a CloudFormation template, each in JSON or YAML,
 * what `terraform show -json` prints, or Terraform's own language.
 */
export async function readPools(text: string): Promise<ReadPools> {
  if (text.trim() === '') return { ok: false, problem: 'Paste a description first.' }
  const documents = jsonDocuments(text)
  const found = documents ? fromJson(documents) : await fromLanguage(text)
  if (!found.ok || found.pools.length > 0) return found
  return { ok: false, problem: `This is ${found.source}, but there is no identity pool in it.` }
}

function fromJson(documents: unknown[]): ReadPools {
  const [first] = documents
  const fields = documents.flatMap((document) => (isFields(document) ? [document] : []))
  if (fields.some((one) => 'IdentityPoolName' in one))
    return { ok: true, source: 'an answer of describe-identity-pool', pools: fromAnswers(fields) }
  const template = fromCloudFormation(first)
  if (template) return { ok: true, source: 'a CloudFormation template', pools: template }
  const terraform = fromTerraformJson(first)
  if (terraform) return { ok: true, source: 'what terraform show -json prints', pools: terraform }
  return {
    ok: false,
    problem:
      'This is neither an answer of describe-identity-pool, nor a CloudFormation template, nor what terraform show -json prints.',
  }
}

const isFields = (document: unknown): document is Fields =>
  typeof document === 'object' && document !== null && !Array.isArray(document)

/** Answers of describe-identity-pool, get-identity-pool-roles and get-principal-tag-attribute-map, in any order. */
function fromAnswers(answers: Fields[]): ImportedPool[] {
  const descriptions = answers.filter((answer) => 'IdentityPoolName' in answer)
  return descriptions.map((description, index) => {
    const { Roles, RoleMappings, ...pool } = description
    const own = answers.filter(
      (answer) =>
        answer !== description &&
        (descriptions.length === 1 || answer['IdentityPoolId'] === description['IdentityPoolId']) &&
        !('IdentityPoolName' in answer),
    )
    const roles = own.find((answer) => 'Roles' in answer || 'RoleMappings' in answer)
    const principalTags = own.filter((answer) => 'IdentityProviderName' in answer)
    const rest = own.filter((answer) => answer !== roles && !principalTags.includes(answer))
    const lost =
      descriptions.length > 1 && index === 0 ? answers.filter((answer) => !belongs(answer, descriptions)) : []
    return fromService(`description ${index + 1}`, { pool, roles: roles ?? { Roles, RoleMappings }, principalTags }, [
      ...rest.map(
        (answer) => `An object with ${Object.keys(answer).join(', ')} is not understood, so it was left out.`,
      ),
      ...lost.map(
        (answer) => `An object with ${Object.keys(answer).join(', ')} was left out, because it is of no pool here.`,
      ),
    ])
  })
}

const belongs = (answer: Fields, descriptions: Fields[]): boolean =>
  descriptions.some((description) => description['IdentityPoolId'] === answer['IdentityPoolId'])

async function fromLanguage(text: string): Promise<ReadPools> {
  if (/^\s*[[{]/.test(text))
    return { ok: false, problem: 'This looks like JSON, but it is not whole or not well-formed.' }
  if (isYaml(text)) {
    const { yamlDocuments, YamlProblem } = await import('./yaml-documents.ts')
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
    if (error instanceof HclError) return { ok: false, problem: error.message }
    throw error
  }
}

/** Whether the first line that says anything is a key with its colon or begins a document. */
function isYaml(text: string): boolean {
  const first = text.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? ''
  return /^(?:---|(?:"\w+"|'\w+'|\w+):(?:\s|$))/.test(first)
}
