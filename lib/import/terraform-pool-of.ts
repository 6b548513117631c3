import { isId } from '../core/limits.ts'
import type { PoolTarget, TerraformResource } from './terraform-resource.ts'

const ADDRESS =
  /^\$?\{?\s*((?:module\.[\w-]+(?:\[[^\]]*\])?\.)*aws_cognito_identity_pool\.[\w-]+)(\[[^\]]*\])?(?:\.id)?\s*\}?$/

/** What a text or an expression says of a pool. */
export function targetOf(text: string): PoolTarget {
  if (isId(text)) return { id: text }
  const [, address, index = ''] = ADDRESS.exec(text) ?? []
  if (address !== undefined) return { address: `${address}${index}` }
  return /^(?:data|module)\./.test(text) ? 'elsewhere' : 'untold'
}

/** An address without its last index, and that index. */
function split(address: string): [base: string, index: string] {
  const at = address.endsWith(']') ? address.lastIndexOf('[') : address.length
  return [address.slice(0, at), address.slice(at)]
}

/** The resources of each pool, and a sentence for each that is of none. */
export function placed(parts: TerraformResource[], pools: TerraformResource[]) {
  const byPool = new Map<TerraformResource, TerraformResource[]>()
  const lost: string[] = []
  for (const part of parts) {
    const [pool, another] = candidates(part, pools)
    if (pool && !another) byPool.set(pool, [...(byPool.get(pool) ?? []), part])
    else
      lost.push(
        pool
          ? `${part.address} was left out, because more than one pool has the address that it refers to.`
          : `${part.address} was left out, because it does not refer to a pool of this text.`,
      )
  }
  return { byPool, lost }
}

function candidates({ of, address }: TerraformResource, pools: TerraformResource[]): TerraformResource[] {
  if (of === 'elsewhere') return []
  if (of === 'untold') return pools.length === 1 ? pools : []
  if ('id' in of) return pools.filter(({ values }) => values['id'] === of.id)
  const [base, index] = split(of.address)
  const alike = pools.filter((pool) => split(pool.address)[0] === base)
  if (alike.length < 2) return alike
  const same = index.startsWith('[each.') || index.startsWith('[count.') || index === '' ? split(address)[1] : index
  const exact = alike.filter((pool) => split(pool.address)[1] === same)
  return exact.length > 0 ? exact : alike
}
