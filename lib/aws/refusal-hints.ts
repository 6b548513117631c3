import { iamAction, unsignedOperations } from './iam-action.ts'
import type { SeenError } from './seen-error.ts'

type Refusal = Pick<SeenError, 'name' | 'message'>

const EXPLICIT = /with an explicit deny in an? ([\w\s]+?)(?: policy| boundary)?(?:[:.,]|$)/i

/** What to do after a refusal, and the IAM action that is lacking where that is what it says. */
export function denialHint(
  { name, message }: Refusal,
  operation: string,
): { hint: string | null; lacks: string | null } {
  const kind = EXPLICIT.exec(message)?.[1]
  if (kind !== undefined) return { hint: explicitDeny(kind), lacks: null }
  if (/^Access to Role .+ is forbidden/.test(message)) return { hint: FORBIDDEN_ROLE, lacks: null }
  if (/^Access to Identity .+ is forbidden/.test(message)) return { hint: FORBIDDEN_IDENTITY, lacks: null }
  if (name === 'NotAuthorizedException' || unsignedOperations.has(operation)) return { hint: null, lacks: null }
  const action = iamAction(operation)
  return { hint: `Give this connection's credentials the IAM action ${action}, then try again.`, lacks: action }
}

const explicitDeny = (kind: string) =>
  `A policy forbids it in so many words (${kind.trim().toLowerCase()}): no further permission helps. Ask whoever keeps that policy to make an exception.`
const FORBIDDEN_ROLE =
  'The role may not exist, have been made a moment ago, or be of another account, or the credentials lack iam:PassRole for it.'
const FORBIDDEN_IDENTITY =
  'The identity is disabled, or it has logins and none of them was presented. Whatever still holds its ID has to forget it.'

/** What to do about a value that the service does not take; null where its own words say it. */
export function refusedValueHint({ message }: Refusal): string | null {
  const [, key] = /^\((.+)\) is not a valid RoleMapping ProviderName/.exec(message) ?? []
  if (key !== undefined)
    return `The pool has no login provider ${key}, and AWS saves no roles with a mapping of it. Choose “Remove this mapping” at it under Roles, or add the provider under Access first; a user pool’s mapping is named after its provider name, a colon and the app client’s ID.`
  return /Invalid Cognito Identity Provider/i.test(message) ? WRONG_USER_POOL : null
}

const WRONG_USER_POOL =
  'AWS does not take a user pool of this pool: each needs a provider name such as cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123, without https:// and with its own Region in both places, and an app client’s ID, each client once.'

/** What to do after two things did not go together. */
export function conflictHint({ name, message }: Refusal): string {
  if (name === 'DeveloperUserAlreadyRegisteredException')
    return 'Trying again does not help: the identifier leads to another identity already. Look it up to see to which.'
  if (/another login|already has|same provider/i.test(message))
    return 'Trying again does not help: an identity has one login of each provider. Unlink one of the two first.'
  if (/more than|at most|limit|\b20\b/i.test(message))
    return 'Trying again does not help: an identity has at most 20 logins. Unlink some first.'
  return 'Look at it as it is now, then decide again.'
}

/** What it means that the service does not know what was asked for. */
export function absenceHint({ message }: Refusal, operation: string): string {
  if (message.startsWith('IdentityPool ')) return NO_POOL
  return absences[operation] ?? NO_POOL
}

const NO_POOL = 'It may have been deleted meanwhile, or be of another account or Region.'
const NO_IDENTITY = 'It may have been deleted, or be of another account or Region.'
const NO_ROLE = 'The role may have been deleted, or be of another account.'
const absences: Readonly<Record<string, string>> = {
  DescribeIdentity: NO_IDENTITY,
  GetOpenIdTokenForDeveloperIdentity: NO_IDENTITY,
  UnlinkIdentity: NO_IDENTITY,
  UnlinkDeveloperIdentity: 'It is not linked any more: somebody else may have unlinked it, or the pool is another one.',
  LookupDeveloperIdentity:
    'This pool does not know it: it may have been unlinked or deleted, or belong to another pool.',
  MergeDeveloperIdentities: 'One of the two users may have been unlinked, or belong to another pool.',
  GetRole: NO_ROLE,
}
