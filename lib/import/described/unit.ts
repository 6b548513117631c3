import { asItems } from '../told/structures.ts'
import { isPart, listOf, mapOf, type ToldValue, scalarText } from '../told/told.ts'
import { memberName } from './unit-schemas.ts'

type Unit = {
  /** The same with the service's names for its members. */
  told: ToldValue
  members: Readonly<Record<string, ToldValue>>
  /** The provider that a mapping says it is of; undefined when it does not. */
  provider: ToldValue | undefined
  /** How the key of its fact begins, as far as it is known. */
  named: string
}

/** One of several things of a kind, by the service's names whatever its format calls them. */
export function unitOf(item: ToldValue): Unit {
  const told = renamed(item)
  const members = Object.fromEntries(
    isPart(told) && told.is === 'map' ? told.entries.map(([name, value]) => [scalarText(name), value]) : [],
  )
  const { IdentityProvider: provider, ProviderName: login } = members
  return { told, members, provider, named: typeof login === 'string' ? `${login} ` : '' }
}

function renamed(told: ToldValue): ToldValue {
  if (!isPart(told)) return told
  if (told.is === 'list') return listOf(told.items.map(renamed))
  if (told.is !== 'map') return told
  const entries = told.entries.filter(([, value]) => value !== null)
  return mapOf(
    entries.map(([name, value]) => {
      const known = typeof name === 'string' ? memberName(name) : name
      // Keys of a person's own stay as they are.
      return [known, known === 'PrincipalTags' ? value : renamed(value)]
    }),
  )
}

/** The pairs of a list of tags, each with `Key` and `Value`; null for anything else. One without a value says nothing. */
export function pairsOfTags(told: ToldValue): [ToldValue, ToldValue][] | null {
  const items = isPart(told) ? asItems(told) : null
  if (!items) return null
  const pairs = items.map((item): [ToldValue, ToldValue] | null => {
    const { Key, Value = null } = unitOf(item).members
    return Key === undefined ? null : [Key, Value]
  })
  return pairs.every((pair) => pair !== null) ? pairs : null
}
