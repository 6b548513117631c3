import { isId } from '../../core/limits.ts'
import type { PoolTarget, TerraformResource } from './resource.ts'

const BASE = /^\$?\{?\s*((?:module\.[\w-]+(?:\[[^\]]*\])?\.)*(?:aws|awscc)_cognito_identity_pool\.[\w-]+)/
/** One of several: `[0]`, `["a"]`, or `.0` of before; all of them, with or without one picked afterwards. */
const WHICH = /^(?:(\[(?!\*\])[^\]]*\])|\.(\d+)|\.\*|\[\*\])?(?:\.(?:id|identity_pool_id))?(\[[^\]]*\])?\s*\}?$/

/** What a text or an expression says of a pool. */
export function targetOf(text: string): PoolTarget {
  if (isId(text)) return { id: text }
  const [start = '', address] = BASE.exec(text) ?? []
  const which = address === undefined ? null : WHICH.exec(text.slice(start.length))
  if (which) {
    const [, index, number, picked] = which
    return { address: `${address}${index ?? (number === undefined ? (picked ?? '') : `[${number}]`)}` }
  }
  return /^(?:data|module)\./.test(text) ? 'elsewhere' : 'untold'
}

/** An address without its last index, and that index. */
function split(address: string): [base: string, index: string] {
  const at = address.endsWith(']') ? address.lastIndexOf('[') : address.length
  return [address.slice(0, at), address.slice(at)]
}

const MOST_SENTENCES = 20

/** The resources of each pool, and a sentence for each that is of none. */
export function placed(parts: readonly TerraformResource[], pools: readonly TerraformResource[]) {
  const find = finder(pools)
  const byPool = new Map<TerraformResource, TerraformResource[]>()
  const lost: string[] = []
  for (const part of parts) {
    const [pool, another] = find(part)
    if (pool && !another) {
      const own = byPool.get(pool) ?? []
      own.push(part)
      byPool.set(pool, own)
    } else
      lost.push(
        pool
          ? `${part.address} was left out, because more than one pool has the address that it refers to.`
          : `${part.address} was left out, because it does not refer to a pool of this text.`,
      )
  }
  const more = lost.length - MOST_SENTENCES
  return {
    byPool,
    lost:
      more > 0
        ? [
            ...lost.slice(0, MOST_SENTENCES),
            `${more} more roles and principal tags were left out, because they are of no pool of this text.`,
          ]
        : lost,
  }
}

function finder(pools: readonly TerraformResource[]) {
  const made = pools.filter(({ unmade }) => unmade === null)
  const usual = made.length > 0 ? made : pools
  const byId = grouped(pools, ({ values }) => values['id'])
  const byBase = grouped(pools, ({ address }) => split(address)[0])
  return ({ of, address }: TerraformResource): readonly TerraformResource[] => {
    if (of === 'elsewhere') return []
    if (of === 'untold') return usual.length === 1 ? usual : []
    if ('id' in of) return byId.get(of.id) ?? []
    const [base, index] = split(of.address)
    const alike = byBase.get(base) ?? []
    if (alike.length < 2) return alike
    const same = index.startsWith('[each.') || index.startsWith('[count.') || index === '' ? split(address)[1] : index
    const exact = alike.filter((pool) => split(pool.address)[1] === same)
    return exact.length > 0 ? exact : alike
  }
}

function grouped<K>(pools: readonly TerraformResource[], keyOf: (pool: TerraformResource) => K) {
  const groups = new Map<K, TerraformResource[]>()
  for (const pool of pools) {
    const group = groups.get(keyOf(pool)) ?? []
    group.push(pool)
    groups.set(keyOf(pool), group)
  }
  return groups as ReadonlyMap<unknown, TerraformResource[]>
}
