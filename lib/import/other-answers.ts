import { isFields, type Fields } from './template/template.ts'

export const PULUMI =
  'This is a program of Pulumi, which is not read. Paste what aws cognito-identity describe-identity-pool answers for its pool.'
/** Where nothing is known of a document. */
export const NEITHER =
  'This is neither an answer of describe-identity-pool, nor a CloudFormation template, nor what terraform show -json prints.'

/** Whether a document is a program of Pulumi, or what its stack exports. */
export function isPulumi(document: Fields): boolean {
  const { runtime, deployment } = document
  if (isFields(deployment)) return Array.isArray(deployment['resources']) && 'manifest' in deployment
  return typeof runtime === 'string' || (isFields(runtime) && 'resources' in document && 'name' in document)
}

/** Whether a file of Serverless takes its resources from other files. */
const isSplit = (document: Fields): boolean =>
  ('service' in document || 'provider' in document) && /\$\{file\(/.test(JSON.stringify(document['resources'] ?? ''))

/** What documents without a pool are, and what to do instead, in a sentence or two. */
export function whatItIs(documents: readonly Fields[], saysSomething: boolean): string {
  const has = (name: string) => documents.some((one) => name in one)
  if (documents.some(isPulumi)) return PULUMI
  if (documents.some(isSplit))
    return 'This is a file of Serverless that takes its resources from other files. Paste or choose those together with it.'
  if (has('terraform_version') && has('modules'))
    return 'This is a state of Terraform before 0.12, which is not read. Paste the configuration, or what aws cognito-identity describe-identity-pool answers for the pool.'
  if (has('IdentityPools'))
    return 'This is an answer of list-identity-pools, which has only names. Paste what aws cognito-identity describe-identity-pool answers for the pool.'
  if (has('Roles') || has('RoleMappings'))
    return 'This is an answer of get-identity-pool-roles, and the pool itself is missing. Paste what aws cognito-identity describe-identity-pool answers before it.'
  if (has('PrincipalTags') || has('UseDefaults'))
    return 'This is an answer of get-principal-tag-attribute-map, and the pool itself is missing. Paste what aws cognito-identity describe-identity-pool answers before it.'
  if (has('UserPool') || has('UserPools'))
    return 'This is about a user pool. Paste what aws cognito-identity describe-identity-pool answers for an identity pool.'
  if (saysSomething)
    return 'These are values of parameters, and the template that takes them is missing. Paste or choose both together.'
  return NEITHER
}
