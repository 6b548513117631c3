import 'server-only'
import { AppError } from '../core/errors.ts'
import { holdsToken } from '../core/tokens-in-text.ts'
import { loginProvider } from '../login-providers/login-provider.ts'

/** Its logins name users of a developer provider; those of other operations hold proofs. */
const TAKES_USERS = 'GetOpenIdTokenForDeveloperIdentity'
/** Members of inputs that name somebody or something, by their name's end. */
const NAMES_SOMEBODY = /(?:UserIdentifier|IdentityId|IdentityPoolId|IdentityIdsToDelete)$/

/** An id of the service, in which there is no room for a token: jobs send millions of them. */
const PLAIN_ID = /^[a-z-]{2,20}\d?:[0-9a-f-]{1,40}$/

/**
 * Refuses a command that would carry somebody's token where an identifier belongs: it would stand in the account's
 * trail for whoever may read that. Errors: `VALIDATION`; nothing was sent.
 */
export function refuseTokens(operation: string, input: object): void {
  if (identifiersIn(operation, input).some((value) => !PLAIN_ID.test(value) && holdsToken(value))) {
    throw new AppError({
      code: 'VALIDATION',
      message: 'This holds a token, and a token is never sent as an identifier. Nothing was sent.',
      hint: 'Paste it into Find, which reads a token in the browser, or give the identifier alone.',
    })
  }
}

function identifiersIn(operation: string, input: object): string[] {
  const named = Object.entries(input)
    .filter(([name]) => NAMES_SOMEBODY.test(name))
    .flatMap(([, value]: [string, unknown]) => [value].flat())
  const users = operation === TAKES_USERS ? developerUsers(input) : []
  return [...named, ...users].filter((value) => typeof value === 'string')
}

/**
 * The developer user identifiers among logins. An OpenID Connect issuer without a path is named like a developer
 * provider, and the service takes one developer user: where one stands without a token, the others are such issuers.
 */
function developerUsers(input: object): unknown[] {
  const logins: unknown = Reflect.get(input, 'Logins')
  if (typeof logins !== 'object' || logins === null) return []
  const users = Object.entries(logins)
    .filter(([name]) => loginProvider(name).kind === 'developer')
    .map(([, value]: [string, unknown]) => value)
  return users.some((user) => typeof user === 'string' && !holdsToken(user)) ? [] : users
}
