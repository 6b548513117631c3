import { isListable } from '../core/listable.ts'
import { isPlainText } from '../core/plain-text.ts'
import { holdsToken } from '../core/tokens-in-text.ts'
import { tableOf } from '../pasted/delimited.ts'

type Pair = { source: string; destination: string }

/**
 * `columns`: what the first line calls them, where it names columns. `unread`: numbers of the lines that hold no pair,
 * with the first as 1. `isWhole`: false for what is not text at all, of which nothing is taken.
 */
type ListedPairs = { pairs: Pair[]; columns: Pair | null; unread: number[]; isWhole: boolean }

const WHOM = '(?:[ _-]?(?:user|id|identifier|user[ _-]?(?:id|identifier)))?$'
const SOURCE = new RegExp(`^(?:source|from|mov(?:e|es|ed|ing)|old|duplicate|loser|merged?)${WHOM}`, 'i')
const DESTINATION = new RegExp(
  `^(?:destination|target|to|into|stays?|stayed|keeps?|kept|new|winner|survivor)${WHOM}`,
  'i',
)
const isHead = (cells: readonly string[]) =>
  cells.some((cell) => SOURCE.test(cell.trim())) && cells.some((cell) => DESTINATION.test(cell.trim()))

/**
 * The pairs of users of a CSV text, each once, in its order: by the columns that its first line names, else the first
 * column moves into the second. `isSwapped`: the other way round.
 */
export function listedPairs(text: string, isSwapped = false): ListedPairs {
  if (!isPlainText(text)) return { pairs: [], columns: null, unread: [], isWhole: false }
  const lines = text.split(/\r?\n|\r/).map((line, index) => ({ line, number: index + 1 }))
  const filled = lines.filter(({ line }) => line.trim() !== '')
  const rows = filled.flatMap(({ line, number }) => {
    const cells = tableOf([line], () => false)?.[0] ?? [line]
    return [{ cells: cells.map((cell) => cell.trim()), number }]
  })
  const [first] = rows
  const hasHead = first !== undefined && isHead(first.cells)
  const head = hasHead ? first.cells : []
  const named = {
    from: head.findIndex((cell) => SOURCE.test(cell)),
    to: head.findIndex((cell) => DESTINATION.test(cell)),
  }
  const places = hasHead ? named : { from: 0, to: 1 }
  const [from, to] = isSwapped ? [places.to, places.from] : [places.from, places.to]
  const pairs = new Map<string, Pair>()
  const unread: number[] = []
  for (const { cells, number } of hasHead ? rows.slice(1) : rows) {
    const [source = '', destination = ''] = [cells[from], cells[to]]
    if (!isPair(source, destination)) unread.push(number)
    else pairs.set(JSON.stringify([source, destination]), { source, destination })
  }
  return {
    pairs: [...pairs.values()],
    columns: hasHead ? { source: head[from] ?? '', destination: head[to] ?? '' } : null,
    unread,
    isWhole: true,
  }
}

const isPair = (source: string, destination: string): boolean =>
  source !== '' &&
  destination !== '' &&
  isListable(source, destination) &&
  !holdsToken(source) &&
  !holdsToken(destination)
