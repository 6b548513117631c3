import { isPart, toTold, type ToldValue } from './told.ts'

const parsed = (text: string): ToldValue => {
  try {
    return toTold(JSON.parse(text))
  } catch {
    return null
  }
}

/** A list, also one that somebody typed: in JSON, or with commas or lines between its items. Null for anything else. */
export function asItems(told: ToldValue): readonly ToldValue[] | null {
  if (isPart(told)) return told.is === 'list' ? told.items : null
  if (typeof told !== 'string') return null
  if (told.trimStart().startsWith('[')) return asItems(parsed(told))
  return told
    .split(/[,\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** The entries of a map, also of one that somebody typed: in JSON, or with `key = value` on each line. */
export function asEntries(told: ToldValue): readonly (readonly [ToldValue, ToldValue])[] | null {
  if (isPart(told)) return told.is === 'map' ? told.entries : null
  if (typeof told !== 'string') return null
  if (told.trimStart().startsWith('{')) return asEntries(parsed(told))
  const lines = told.split('\n').filter((line) => line.trim() !== '')
  const pairs = lines.map((line) => /^\s*([^=]*?)\s*=\s*(.*?)\s*$/.exec(line)?.slice(1) ?? [])
  return pairs.every((pair) => pair.length === 2) ? pairs.map(([key = '', value = '']) => [key, value]) : null
}

/** What a list or a map has under a key; undefined where that is not told. */
export function memberAt(of: ToldValue, key: ToldValue): ToldValue | undefined {
  if (isPart(key)) return undefined
  const entries = isPart(of) || (typeof of === 'string' && of.trimStart().startsWith('{')) ? asEntries(of) : null
  if (entries) {
    const found = entries.find(([name]) => !isPart(name) && String(name) === String(key))
    return found?.[1]
  }
  const items = asItems(of)
  return items && /^\d+$/.test(String(key)) ? items[Number(key)] : undefined
}

/** Lists and maps as the pairs that a loop goes over. */
export function pairsOf(told: ToldValue): (readonly [ToldValue, ToldValue])[] | null {
  const entries = isPart(told) ? asEntries(told) : null
  if (entries) return [...entries]
  return asItems(told)?.map((item, index) => [String(index), item] as const) ?? null
}
