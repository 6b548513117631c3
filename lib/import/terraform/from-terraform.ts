import { describedPool, type DescribedPool } from '../described/described-pool.ts'
import { sayUnmade } from '../described/unmade.ts'
import { callOf, mapOf, type ToldValue } from '../told/told.ts'
import { placed } from './pool-of.ts'
import { computed, POOL, ROLES, TAGS, type TerraformResource } from './resource.ts'

/** The identity pools among Terraform's resources. */
export function fromTerraform(resources: readonly TerraformResource[]): DescribedPool[] {
  const pools = resources.filter(({ type }) => type === POOL)
  const { byPool, lost } = placed(
    resources.filter(({ type }) => type === ROLES || type === TAGS),
    pools,
  )
  const isAnyMade = pools.some(({ unmade }) => unmade === null)
  const without = pools
    .filter(({ unmade }) => unmade !== null && isAnyMade)
    .flatMap((pool) => byPool.get(pool) ?? [])
    .filter(({ unmade }) => unmade === null)
    .slice(0, 20)
    .map(({ address }) => `${address} was left out, because its pool is not made.`)
  return pools.map((pool) => {
    const own = byPool.get(pool) ?? []
    const made = own.filter(({ unmade }) => unmade === null || unmade.by === pool.unmade?.by)
    const [attachment, ...others] = made.filter(({ type }) => type === ROLES)
    const tags = made.filter(({ type }) => type === TAGS)
    const id = pool.values['id']
    return describedPool({
      key: pool.address,
      unmade: pool.unmade && sayUnmade(pool.address, pool.unmade),
      words: 'terraform',
      poolId: typeof id === 'string' ? id : null,
      pool: toldBy(pool.provider === 'aws' ? { ...pool, values: withFlow(pool.values) } : pool),
      ...(attachment && { roles: toldBy(attachment) }),
      principalTags: tags.map((one, index) => ({
        place: tags.length === 1 ? 'provider_principal_tag' : `provider_principal_tag[${index}]`,
        value: toldBy(one),
      })),
      notes: [
        ...[pool, ...(attachment ? [attachment] : []), ...tags].flatMap(({ notes }) => notes),
        ...own.flatMap((one) => (one.unmade && !made.includes(one) ? [sayUnmade(one.address, one.unmade)] : [])),
        ...others.map(({ address }) => `${address} was left out, because a pool has one attachment of roles.`),
        ...lost,
        ...without,
      ],
    })
  })
}

/** What the provider makes of a pool: a basic flow that is not named is off. */
const withFlow = (values: Readonly<Record<string, ToldValue>>): Record<string, ToldValue> => {
  const { allow_classic_flow: flow = null } = values
  return { ...values, allow_classic_flow: callOf('coalesce', [flow, false], 'allow_classic_flow') }
}

/** What the provider that calls itself `awscc` adds to what was asked of it. */
const added = new Set(['name', 'identity_pool_role_attachment_id'])

/** The arguments; tags of the provider are the resource's. */
function toldBy({ provider, values }: TerraformResource): ToldValue {
  const { tags_all: all = null, ...rest } = values
  const settings = Object.entries(rest).filter(
    ([name]) => !computed.has(name) && !(provider === 'awscc' && added.has(name)),
  )
  return mapOf(Object.entries({ ...Object.fromEntries(settings), ...(all !== null && { tags: all }) }))
}
