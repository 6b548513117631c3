import { bounds } from '../core/limits.ts'
import { MASKED, withoutSecrets } from '../login-providers/provider-secrets.ts'
import type { Pool } from '../pools/pool.ts'
import { bySetting } from '../pools/each-setting.ts'
import { poolFields } from '../pools/pool-fields.ts'
import type { BySetting, PoolSettings } from '../pools/pool-settings.ts'
import type { PrincipalTags } from '../principal-tags/principal-tags.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { toServiceRoles } from '../roles/to-service-roles.ts'
import { AND, awsCommand, flag, jsonFlag, textFlags } from './aws-command.ts'
import { loginSecrets } from './login-secret.ts'
import { shellQuote } from './shell-quote.ts'
import { hasRoles, ownTags, taggedOnly, type PoolSnapshot, type Snapshot } from './snapshot.ts'

const POOL_ID = '"$POOL_ID"'

/** Makes an equal pool in a Region. Secrets are taken from variables of the shell and stop it when not set. */
export function toCreateCommands({ pool, roles, principalTags }: Snapshot, region: string): string {
  const create = awsCommand('create-identity-pool', region, [
    ...poolFlags(pool),
    '--query IdentityPoolId --output text',
  ])
  return [
    `POOL_ID=$(${create})`,
    ...(hasRoles(roles) ? [toSetRolesCommand(region, POOL_ID, roles)] : []),
    ...taggedOnly(principalTags).map((tags) => toPrincipalTagsCommand(region, POOL_ID, tags)),
  ].join(AND)
}

/** Sets every field of the pool to what it is now; the service resets each field that such a command leaves out. */
export const toUpdateCommands = ({ pool, roles, principalTags }: PoolSnapshot): string =>
  [
    updateCommand(pool),
    toSetRolesCommand(pool.region, pool.poolId, roles),
    ...principalTags.map((tags) => toPrincipalTagsCommand(pool.region, pool.poolId, tags)),
  ].join(AND)

/** Saves a pool and some of its principal tags. */
export const toSaveCommands = (pool: Pool, principalTags: PrincipalTags[]): string =>
  [updateCommand(pool), ...principalTags.map((tags) => toPrincipalTagsCommand(pool.region, pool.poolId, tags))].join(
    AND,
  )

const updateCommand = (pool: Pool): string =>
  awsCommand('update-identity-pool', pool.region, [
    flag('identity-pool-id', pool.poolId),
    ...poolFlags(pool),
    ...(Object.keys(ownTags(pool.tags)).length === 0 ? [jsonFlag('identity-pool-tags', {})] : []),
  ])

const toggle = (name: string, on: boolean): string => `--${on ? '' : 'no-'}${name}`

const unlessEmpty = (name: string, value: object): string[] =>
  Object.keys(value).length === 0 ? [] : [jsonFlag(name, value)]

const flags: BySetting<string[]> = {
  name: (name) => [flag('identity-pool-name', name)],
  allowUnauthenticated: (allowed) => [toggle('allow-unauthenticated-identities', allowed)],
  classicFlow: (flow) => (flow === 'unset' ? [] : [toggle('allow-classic-flow', flow === 'on')]),
  userPools: (all) => unlessEmpty('cognito-identity-providers', poolFields.userPools.to(all) ?? []),
  loginProviders(all) {
    const shown = withoutSecrets(all)
    return unlessEmpty('supported-login-providers', shown).map((text) => withSecrets(text, shown))
  },
  oidcProviderArns: (arns) => unlessEmpty('open-id-connect-provider-arns', arns),
  samlProviderArns: (arns) => unlessEmpty('saml-provider-arns', arns),
  developerProviderName: (name) => (name ? [flag('developer-provider-name', name)] : []),
  tags: (tags) => unlessEmpty('identity-pool-tags', ownTags(tags)),
}

const poolFlags = (pool: PoolSettings): string[] => bySetting(pool, (value, key) => flags[key](value)).flat()

/** Takes each hidden secret from a variable; `:?` makes the shell refuse when it is not set. */
const withSecrets = (text: string, providers: Record<string, string>): string =>
  loginSecrets(providers).reduce(
    (rest, { name }) => rest.replace(MASKED, () => `'"\${${name.toUpperCase()}:?}"'`),
    text,
  )

/** Replaces roles and role mappings. */
export function toSetRolesCommand(region: string, poolId: string, roles: RoleSettings): string {
  const { Roles, RoleMappings } = toServiceRoles(roles)
  return awsCommand('set-identity-pool-roles', region, [
    poolId === POOL_ID ? `--identity-pool-id ${POOL_ID}` : flag('identity-pool-id', poolId),
    jsonFlag('roles', Roles),
    jsonFlag('role-mappings', RoleMappings),
  ])
}

/** Sets one provider's principal tags. */
export function toPrincipalTagsCommand(region: string, poolId: string, tagged: PrincipalTags): string {
  const { provider, useDefaults, tags } = tagged
  return awsCommand('set-principal-tag-attribute-map', region, [
    poolId === POOL_ID ? `--identity-pool-id ${POOL_ID}` : flag('identity-pool-id', poolId),
    ...textFlags({ 'identity-provider-name': provider }),
    useDefaults ? '--use-defaults' : '--no-use-defaults',
    jsonFlag('principal-tags', useDefaults ? {} : tags),
  ])
}

/** Deletes the pool with everything in it. */
export const toDeletePoolCommand = (region: string, poolId: string): string =>
  awsCommand('delete-identity-pool', region, [flag('identity-pool-id', poolId)])

/** Deletes identities, 60 with each command; what the service refuses is in each answer's `UnprocessedIdentityIds`. */
export function toDeleteIdentitiesCommands(region: string, identityIds: readonly string[]): string {
  const batches = Array.from({ length: Math.ceil(identityIds.length / bounds.page.max) }, (_, index) =>
    identityIds.slice(index * bounds.page.max, (index + 1) * bounds.page.max),
  )
  return batches
    .map((ids) =>
      awsCommand('delete-identities', region, [`--identity-ids-to-delete ${ids.map(shellQuote).join(' ')}`]),
    )
    .join(AND)
}
