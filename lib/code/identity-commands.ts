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

/** The token that comes of it proves nothing that anybody needs: it is not printed. */
export const toLinkUserCommand = (user: DeveloperUser): string => developerToken(user, 1, ['--query IdentityId'])

const developerToken = (user: DeveloperUser, seconds: number, query: string[]): string =>
  awsCommand('get-open-id-token-for-developer-identity', regionOfId(user.identityId), [
    flag('identity-pool-id', user.poolId),
    flag('identity-id', user.identityId),
    jsonFlag('logins', { [user.providerName]: user.userIdentifier }),
    `--token-duration ${seconds}`,
    ...query,
  ])

/** The proof, a token of `provider`, is taken from a variable of the shell; `:?` makes the shell refuse when it is not set. */
export const toUnlinkLoginCommand = (identityId: string, login: string, provider: string): string =>
  awsCommand('unlink-identity', regionOfId(identityId), [
    flag('identity-id', identityId),
    jsonFlag('logins', { [provider]: TOKEN }).replace(LAST_TOKEN, `"'"\${LOGIN_TOKEN:?}"'"$1`),
    jsonFlag('logins-to-remove', [login]),
  ])

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
/** The value, however its JSON is laid out: it ends what is quoted. */
const LAST_TOKEN = new RegExp(`"${TOKEN}"(\\s*\\}')$`)
/** The issuer of the tokens that the service makes. */
const SERVICE = 'cognito-identity.amazonaws.com'
