import type { Fields } from './template/template.ts'

/** Whether a document is a program of Pulumi. */
export const isPulumi = (document: Fields): boolean =>
  typeof document['runtime'] === 'string' ||
  (typeof document['runtime'] === 'object' && 'resources' in document && 'name' in document)
    ? 'resources' in document || 'runtime' in document
    : false

/** What documents without a pool are, and what to do instead, in a sentence or two. */
export function whatItIs(documents: readonly Fields[], saysSomething: boolean): string {
  const has = (name: string) => documents.some((one) => name in one)
  if (documents.some(isPulumi))
    return 'This is a program of Pulumi, which is not read. Paste what aws cognito-identity describe-identity-pool answers for its pool.'
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
  return 'This is neither an answer of describe-identity-pool, nor a CloudFormation template, nor what terraform show -json prints.'
}
