import { PAGE_SIZE, regionOfId } from '../cognito/limits.ts'
import { awsCommand, flag, jsonFlag } from './aws-command.ts'

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
  awsCommand('unlink-developer-identity', regionOfId(identityId), [
    flag('identity-pool-id', poolId),
    flag('identity-id', identityId),
    flag('developer-provider-name', providerName),
    flag('developer-user-identifier', userIdentifier),
  ])

/** The token that comes of it proves nothing that anybody needs: it is not printed. */
export const toLinkUserCommand = ({ poolId, identityId, providerName, userIdentifier }: DeveloperUser): string =>
  awsCommand('get-open-id-token-for-developer-identity', regionOfId(identityId), [
    flag('identity-pool-id', poolId),
    flag('identity-id', identityId),
    jsonFlag('logins', { [providerName]: userIdentifier }),
    '--token-duration 1',
    '--query IdentityId',
  ])

/** The proof, a token of `provider`, is taken from a variable of the shell; `:?` makes the shell refuse when it is not set. */
export const toUnlinkLoginCommand = (identityId: string, login: string, provider: string): string =>
  awsCommand('unlink-identity', regionOfId(identityId), [
    flag('identity-id', identityId),
    jsonFlag('logins', { [provider]: TOKEN }).replace(TOKEN, `'"\${LOGIN_TOKEN:?}"'`),
    flag('logins-to-remove', login),
  ])

export const toMergeCommand = (poolId: string, providerName: string, moves: string, stays: string): string =>
  awsCommand('merge-developer-identities', regionOfId(poolId), [
    flag('identity-pool-id', poolId),
    flag('developer-provider-name', providerName),
    flag('source-user-identifier', moves),
    flag('destination-user-identifier', stays),
  ])

const TOKEN = 'LOGIN_TOKEN'
