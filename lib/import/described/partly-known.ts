import { asEntries, asItems } from '../told/structures.ts'
import { isPart, listOf, mapOf, type ToldValue } from '../told/told.ts'

/** What is certain of maps and lists that are put together, where some of them are not known: those stand there whole. */
export function partlyKnown(told: ToldValue): ToldValue {
  if (!isPart(told) || told.is !== 'call') return told
  if (told.name === 'concat') return listOf(told.args.flatMap((arg) => asItems(arg) ?? [arg]))
  if (told.name !== 'merge') return told
  const isOpen = (arg: ToldValue) => isPart(arg) && asEntries(arg) === null
  // What stands before a map that is not known may be overridden by it, so it is not known either.
  const entries = told.args.flatMap((arg, index): (readonly [ToldValue, ToldValue])[] => {
    const by = told.args.slice(index + 1).find(isOpen)
    return (asEntries(arg) ?? []).map(([key, value]) => [key, by ?? value])
  })
  const known = new Map(entries.map(([key, value]) => [isPart(key) ? key : String(key), value] as const))
  return mapOf([...known, ...told.args.filter(isOpen).map((arg) => [arg, null] as const)])
}
