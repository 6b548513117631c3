import { PAGE_SIZE, regionOfId } from '../core/limits.ts'
import { AND, awsCommand, flag, jsonFlag, textFlags } from './aws-command.ts'

type DeveloperUser = { poolId: string; identityId: string; providerName: string; userIdentifier: string }

export const toDescribeIdentityCommand = (identityId: string): string =>
  awsCommand('describe-identity', regionOfId(identityId), [flag('identity-id', identityId)])

/** Everyone who leads to an identity; more than a page comes with a `NextToken`. */
export const toLookupCommand = (poolId: string, identityId: string): string =>
  awsCommand('lookup-developer-identity', regionOfId(identityId), [
    flag('identity-pool-id', poolId),
    flag('identity-id', identityId),
    flag('max-results', String(PAGE_SIZE)),
  ])

export const toUnlinkUserCommand = ({ poolId, identityId, providerName, userIdentifier }: DeveloperUser): string =>
  awsCommand(
    'unlink-developer-identity',
    regionOfId(identityId),
    textFlags({
      'identity-pool-id': poolId,
      'identity-id': identityId,
      'developer-provider-name': providerName,
      'developer-user-identifier': userIdentifier,
    }),
  )

/** The token that comes of it proves nothing that anybody needs: it is not printed. `proof`: whose token comes along. */
export const toLinkUserCommand = (user: DeveloperUser, proof: string | null = null): string =>
  developerToken(user, 1, ['--query IdentityId'], proof)

/** The identity of a user, which is made where there is none; the token is not printed. */
export const toCreateUserCommand = (user: Omit<DeveloperUser, 'identityId'>): string =>
  developerToken(user, 1, ['--query IdentityId'])

/** Without an identity ID, both logins in one call bring their identities together. */
export const toUniteCommand = (
  { poolId, providerName, userIdentifier }: Omit<DeveloperUser, 'identityId'>,
  proof: string,
): string => developerToken({ poolId, providerName, userIdentifier }, 1, ['--query IdentityId'], proof)

type TokenOf = Omit<DeveloperUser, 'identityId'> & { identityId?: string }

const developerToken = (user: TokenOf, seconds: number, query: string[], proof: string | null = null): string =>
  awsCommand('get-open-id-token-for-developer-identity', regionOfId(user.poolId), [
    flag('identity-pool-id', user.poolId),
    ...(user.identityId === undefined ? [] : [flag('identity-id', user.identityId)]),
    proof === null
      ? jsonFlag('logins', { [user.providerName]: user.userIdentifier })
      : loginsWithToken({ [user.providerName]: user.userIdentifier }, proof),
    `--token-duration ${seconds}`,
    ...query,
  ])

/** Which identity a token of `provider` signs in to; one is made where there is none. */
export const toGetIdCommand = (poolId: string, provider: string): string =>
  awsCommand('get-id', regionOfId(poolId), [flag('identity-pool-id', poolId), loginsWithToken({}, provider)])

/** The proof is a token of `provider`. */
export const toUnlinkLoginCommand = (identityId: string, login: string, provider: string): string =>
  awsCommand('unlink-identity', regionOfId(identityId), [
    flag('identity-id', identityId),
    loginsWithToken({}, provider),
    jsonFlag('logins-to-remove', [login]),
  ])

/** The token is taken from a variable of the shell; `:?` makes the shell refuse when it is not set. */
function loginsWithToken(others: Record<string, string>, provider: string): string {
  const text = jsonFlag('logins', { ...others, [provider]: TOKEN })
  const at = text.lastIndexOf(`"${TOKEN}"`)
  return `${text.slice(0, at)}"'"\${LOGIN_TOKEN:?}"'"${text.slice(at + TOKEN.length + 2)}`
}

/** The proof is a token that the service makes for a developer user; it is not printed. */
export const toUnlinkLoginAsDeveloperCommands = (user: DeveloperUser, login: string): string =>
  [
    `LOGIN_TOKEN=$(${developerToken(user, 60, ['--query Token --output text'])})`,
    toUnlinkLoginCommand(user.identityId, login, SERVICE),
  ].join(AND)

export const toMergeCommand = (poolId: string, providerName: string, source: string, destination: string): string =>
  awsCommand(
    'merge-developer-identities',
    regionOfId(poolId),
    textFlags({
      'identity-pool-id': poolId,
      'developer-provider-name': providerName,
      'source-user-identifier': source,
      'destination-user-identifier': destination,
    }),
  )

const TOKEN = 'LOGIN_TOKEN'
/** The issuer of the tokens that the service makes. */
const SERVICE = 'cognito-identity.amazonaws.com'
