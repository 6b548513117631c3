import { bounds } from '../core/limits.ts'

/** A name for a copy of a pool, so that the two are told apart: `Shop copy`, then `Shop copy 2`. */
export function nameOfCopy(name: string): string {
  const [, stem = name, number] = /^(.*?) copy(?: (\d+))?$/s.exec(name) ?? []
  const isCopy = stem !== name
  const ending = isCopy ? ` copy ${Number(number ?? 1) + 1}` : ' copy'
  return `${stem.slice(0, bounds.poolName.max - ending.length)}${ending}`
}
