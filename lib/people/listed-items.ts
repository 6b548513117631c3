import { isListable } from '../core/listable.ts'
import { isPlainText } from '../core/plain-text.ts'
import { holdsToken } from '../core/tokens-in-text.ts'
import { listedValues } from './listed-values.ts'

/**
 * `tokens`: values that hold a token, which are sent nowhere. `odd`: those that no identifier is, by their length or what
 * is in them. `isWhole`: false for what is not text at all, of which nothing is taken.
 */
type ListedItems = { items: string[]; tokens: number; odd: number; isWhole: boolean }

/** The developer user identifiers and identity IDs of a pasted column or CSV text, each once, in its order. */
export function listedItems(text: string): ListedItems {
  const isWhole = isPlainText(text)
  if (text.trim() === '' || !isWhole) return { items: [], tokens: 0, odd: 0, isWhole }
  const values = new Set(listedValues(text).rows.flatMap((cells) => cells.map((cell) => cell.trim())))
  values.delete('')
  const free = [...values].filter((value) => !holdsToken(value))
  const items = free.filter((value) => isListable(value))
  return { items, tokens: values.size - free.length, odd: free.length - items.length, isWhole }
}
