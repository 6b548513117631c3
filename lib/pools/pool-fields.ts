import type { Fact } from '../facts/facts.ts'
import { same } from '../facts/rebase.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { withoutSecrets } from '../login-providers/provider-secrets.ts'
import type { PoolSettings, SettingKey } from './pool-settings.ts'
import { tagFacts } from './pool-tags.ts'
import type { ServicePool } from './to-service-pool.ts'

/** The service's own name of each setting. */
export const serviceNames = {
  name: 'IdentityPoolName',
  allowUnauthenticated: 'AllowUnauthenticatedIdentities',
  classicFlow: 'AllowClassicFlow',
  userPools: 'CognitoIdentityProviders',
  loginProviders: 'SupportedLoginProviders',
  oidcProviderArns: 'OpenIdConnectProviderARNs',
  samlProviderArns: 'SamlProviderARNs',
  developerProviderName: 'DeveloperProviderName',
  tags: 'IdentityPoolTags',
} as const satisfies Record<SettingKey, keyof ServicePool>

/** A setting's value as the service has it; undefined where a pool has none. */
export type ServiceValue<K extends SettingKey> = ServicePool[(typeof serviceNames)[K]] | undefined

/** All that the console knows of one setting. */
type Field<K extends SettingKey> = {
  label: string
  /** What reviews, comparisons and the history say of it. */
  facts: (value: PoolSettings[K], label: string) => Fact[]
  from: (value: ServiceValue<K>) => PoolSettings[K]
  to: (value: PoolSettings[K]) => ServiceValue<K>
  same: (one: PoolSettings[K], other: PoolSettings[K]) => boolean
  /** Why a restore leaves the present value and does not bring an earlier one back; null when it does. */
  stays: (present: PoolSettings[K]) => string | null
}

/** Compared as it is, and brought back by a restore. */
const plain = { same, stays: () => null }
const sameMap = (one: Record<string, string>, other: Record<string, string>) => same(sorted(one), sorted(other))
const sorted = (map: Record<string, string>) => Object.entries(map).toSorted(([a], [b]) => (a < b ? -1 : 1))

/** IAM's providers of one kind by their ARNs. */
const arns = (kind: string) => ({
  facts: (all: string[], label: string) => all.map((arn) => ({ key: `${kind} ${arn}`, label, value: arn })),
  from: (all: string[] = []) => all,
  to: (all: string[]) => all,
  ...plain,
})

const flows = { unset: 'Not set', off: 'Off', on: 'On' }

/** Every setting of a pool, in the order in which facts tell them. */
export const poolFields: { readonly [K in SettingKey]: Field<K> } = {
  name: {
    label: 'Name',
    facts: (value, label) => [{ key: 'name', label, value }],
    from: (name = '') => name,
    to: (name) => name,
    ...plain,
  },
  allowUnauthenticated: {
    label: 'Guest access',
    facts: (allowed, label) => [{ key: 'guests', label, value: allowed ? 'On' : 'Off' }],
    from: (allowed = false) => allowed,
    to: (allowed) => allowed,
    ...plain,
  },
  classicFlow: {
    label: 'Basic (classic) flow',
    facts: (flow, label) => [{ key: 'classic-flow', label, value: flows[flow] }],
    from: (on) => (on === undefined ? 'unset' : on ? 'on' : 'off'),
    to: (flow) => (flow === 'unset' ? undefined : flow === 'on'),
    ...plain,
  },
  userPools: {
    label: 'User pool client',
    facts: (all) =>
      all.map(({ providerName, clientId, serverSideTokenCheck }) => ({
        key: `user-pool ${providerName} ${clientId}`,
        label: `${loginLabel(providerName)}, app client ${clientId}`,
        value: serverSideTokenCheck ? 'Server-side token check on' : 'Server-side token check off',
      })),
    from: (all = []) =>
      all.map(({ ProviderName = '', ClientId = '', ServerSideTokenCheck = false }) => ({
        providerName: ProviderName,
        clientId: ClientId,
        serverSideTokenCheck: ServerSideTokenCheck,
      })),
    to: (all) =>
      all.map(({ providerName, clientId, serverSideTokenCheck }) => ({
        ProviderName: providerName,
        ...(clientId !== '' && { ClientId: clientId }),
        ServerSideTokenCheck: serverSideTokenCheck,
      })),
    ...plain,
  },
  loginProviders: {
    label: 'Login provider',
    facts: (all) =>
      Object.entries(all).map(([name, value]) => ({
        key: `login-provider ${name}`,
        label: `${loginLabel(name)} login`,
        value,
      })),
    from: (all = {}) => withoutSecrets(all),
    to: (all) => all,
    ...plain,
    same: sameMap,
  },
  oidcProviderArns: { label: 'OpenID Connect provider', ...arns('oidc') },
  samlProviderArns: { label: 'SAML provider', ...arns('saml') },
  developerProviderName: {
    label: 'Developer provider name',
    facts: (value, label) => (value ? [{ key: 'developer-provider', label, value }] : []),
    from: (name) => name || null,
    to: (name) => name ?? undefined,
    ...plain,
    stays: (name) =>
      name === null ? null : `The developer provider name stays ${name}: once set it cannot be changed.`,
  },
  tags: {
    label: 'Tag',
    facts: tagFacts,
    from: (tags = {}) => tags,
    to: (tags) => tags,
    same: sameMap,
    stays: () => 'Tags stay as they are: they are changed under Tags.',
  },
}
