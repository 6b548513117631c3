import { isPart, listOf, mapOf, scalarText, type ToldValue } from '../told/told.ts'

/** The value of a variable with what its type gives to attributes that the value leaves out: `optional(TYPE, VALUE)`. */
export function withOptional(value: ToldValue, type: ToldValue): ToldValue {
  if (!isPart(type) || type.is !== 'call' || !isPart(value)) return value
  const [first = null] = type.args
  if (type.name === 'optional') return withOptional(value, first)
  if (value.is === 'list' && (type.name === 'list' || type.name === 'set'))
    return listOf(value.items.map((item) => withOptional(item, first)))
  if (value.is !== 'map') return value
  if (type.name === 'map') return mapOf(value.entries.map(([key, member]) => [key, withOptional(member, first)]))
  if (type.name !== 'object' || !isPart(first) || first.is !== 'map') return value
  const types = new Map(first.entries.map(([name, one]) => [scalarText(name), one] as const))
  const known = new Set(value.entries.map(([name]) => scalarText(name)))
  const left = [...types].flatMap(([name, one]): [ToldValue, ToldValue][] =>
    !known.has(name) && isPart(one) && one.is === 'call' && one.name === 'optional'
      ? [[name, withOptional(one.args[1] ?? null, one.args[0] ?? null)]]
      : [],
  )
  return mapOf([
    ...value.entries.map(
      ([name, member]) => [name, withOptional(member, types.get(scalarText(name)) ?? null)] as const,
    ),
    ...left,
  ])
}
