import type { Snapshot } from '../../code/snapshot.ts'
import { poolFields, serviceNames } from '../../pools/pool-fields.ts'
import { settingKeys } from '../../pools/each-setting.ts'
import { toServiceRoles } from '../../roles/to-service-roles.ts'
import type { DescribedPool } from '../described/described-pool.ts'
import { pairsOfTags, unitOf } from '../described/unit.ts'
import { asEntries, asItems } from '../told/structures.ts'
import { isAsk, isPart, type ToldValue, scalarText } from '../told/told.ts'
import { plainly } from '../told/work-out.ts'

/** What a pool that exists tells of the things that a description asks for, where both say the same otherwise. */
export function answersOfPool(described: DescribedPool, { pool, roles }: Snapshot): Record<string, string> {
  const said: Record<string, string> = {}
  const fields = (field: { value: ToldValue } | null | undefined, value: unknown) => {
    if (field) learn(plainly(field.value), value, said)
  }
  for (const key of settingKeys) fields(described.pool[serviceNames[key]], serviceValue(key, pool))
  const { Roles, RoleMappings } = toServiceRoles(roles)
  fields(described.roles, Roles)
  const mappings = described.mappings
  const list = mappings && isPart(mappings.value) && mappings.value.is === 'list'
  fields(
    mappings,
    list ? Object.entries(RoleMappings).map(([IdentityProvider, one]) => ({ IdentityProvider, ...one })) : RoleMappings,
  )
  return said
}

const serviceValue = (key: (typeof settingKeys)[number], pool: Snapshot['pool']): unknown =>
  (poolFields[key].to as (value: unknown) => unknown)(pool[key])

/** Lays a description on a value and keeps what stands where something is asked for. */
function learn(told: ToldValue, value: unknown, said: Record<string, string>): void {
  if (value === undefined || value === null || !isPart(told)) return
  if (isAsk(told)) {
    const text = textOfValue(value)
    if (text !== null) said[told.id] ??= text
    return
  }
  if (told.is === 'text' && typeof value === 'string') return learnText(told.parts, value, said)
  const tags = pairsOfTags(told)
  const items = tags ? null : asItems(told)
  if (items && Array.isArray(value) && items.length === value.length)
    for (const [index, item] of items.entries()) learn(unitOf(item).told, value[index], said)
  const entries = tags ?? (isPart(told) && told.is === 'map' ? asEntries(told) : null)
  if (entries && typeof value === 'object')
    for (const [key, member] of entries)
      if (!isPart(key)) learn(unitOf(member).told, Reflect.get(value, String(key)), said)
}

/** A text around one unknown thing tells it. */
function learnText(parts: readonly ToldValue[], value: string, said: Record<string, string>): void {
  const asks = parts.filter(isAsk)
  const [one] = asks
  if (!one || asks.length > 1 || parts.some((part) => isPart(part) && !isAsk(part))) return
  const at = parts.indexOf(one)
  const [before, after] = [
    parts.slice(0, at).map(scalarText).join(''),
    parts
      .slice(at + 1)
      .map(scalarText)
      .join(''),
  ]
  const fits = value.startsWith(before) && value.endsWith(after) && value.length > before.length + after.length
  if (fits) said[one.id] ??= value.slice(before.length, value.length - after.length)
}

function textOfValue(value: unknown): string | null {
  if (typeof value === 'string' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.length > 0 ? value.join(', ') : null
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0 ? JSON.stringify(value) : null
}
