import { asEntries, asItems } from '../told/structures.ts'
import { isPart, listOf, mapOf, type ToldValue } from '../told/told.ts'

/** What is certain of maps and lists that are put together, where some of them are not known: those stand there whole. */
export function partlyKnown(told: ToldValue): ToldValue {
  if (!isPart(told) || told.is !== 'call') return told
  if (told.name === 'concat') return listOf(told.args.flatMap((arg) => asItems(arg) ?? [arg]))
  if (told.name !== 'merge') return told
  // What stands before a map that is not known may be overridden by it.
  const last = told.args.findLastIndex((arg) => isPart(arg) && asEntries(arg) === null)
  const open = told.args.filter((arg) => isPart(arg) && asEntries(arg) === null)
  const entries = told.args.slice(last + 1).flatMap((arg) => asEntries(arg) ?? [])
  return mapOf([...entries, ...open.map((arg) => [arg, null] as const)])
}
