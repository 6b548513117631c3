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
 * The identity pools that a text describes: answers of the AWS CLI, a CloudFormation template in JSON, what
 * `terraform show -json` prints, or Terraform's own language.
 */
export function readPools(text: string): ReadPools {
  if (text.trim() === '') return { ok: false, problem: 'Paste a description first.' }
  const documents = jsonDocuments(text)
  const found = documents ? fromJson(documents) : fromLanguage(text)
  if (!found.ok || found.pools.length > 0) return found
  return { ok: false, problem: `This is ${found.source}, but there is no identity pool in it.` }
}

function fromJson(documents: unknown[]): ReadPools {
  const [first] = documents
  const fields = documents.flatMap((document) => (isFields(document) ? [document] : []))
  if (fields.some((one) => 'IdentityPoolName' in one))
    return { ok: true, source: 'JSON of the API', pools: fromAnswers(fields) }
  const template = fromCloudFormation(first)
  if (template) return { ok: true, source: 'a CloudFormation template', pools: template }
  const terraform = fromTerraformJson(first)
  if (terraform) return { ok: true, source: 'what terraform show -json prints', pools: terraform }
  return {
    ok: false,
    problem:
      'This JSON is neither an answer of describe-identity-pool, nor a CloudFormation template, nor what terraform show -json prints.',
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
    return fromService(
      `description ${index + 1}`,
      { pool, roles: roles ?? { Roles, RoleMappings }, principalTags },
      rest.map((answer) => `An object with ${Object.keys(answer).join(', ')} is not understood, so it was left out.`),
    )
  })
}

function fromLanguage(text: string): ReadPools {
  if (/^\s*[[{]/.test(text))
    return { ok: false, problem: 'This looks like JSON, but it is not whole or not well-formed.' }
  if (/^\s*(?:AWSTemplateFormatVersion|Resources|Parameters|---)/m.test(text))
    return { ok: false, problem: 'This looks like YAML. CloudFormation templates are read as JSON only.' }
  try {
    return { ok: true, source: 'Terraform configuration', pools: fromHcl(text) }
  } catch (error) {
    if (error instanceof HclError) return { ok: false, problem: error.message }
    throw error
  }
}
