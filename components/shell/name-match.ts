/** How well typed words fit a name: 0 when one of them does not, else the more the better. */
export type Fit = (words: readonly string[], name: string, detail: string) => number

/** Every word as it stands: best at the beginning of the name, least in its detail, such as an ID. */
export const literalFit: Fit = (words, name, detail) =>
  fitOf(words, (word) => {
    const at = name.indexOf(word)
    if (at === 0) return name === word ? 5 : 4
    if (at < 0) return detail.includes(word) ? 1 : 0
    return isInsideWord(name, at) && !name.includes(` ${word}`) ? 2 : 3
  })

/** Every word nearly as it stands, misspelt or with letters left out. Digits are never nearly the same. */
export const looseFit: Fit = (words, name) => {
  const parts = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean)
  return fitOf(words, (word) => Math.max(0, ...parts.map((part) => likeness(word, part))))
}

/** Those that fit, the best first, else in their own order. */
export function bestFitting<T>(things: readonly T[], fit: (thing: T) => number, most = Infinity): T[] {
  return things
    .map((thing) => ({ thing, fit: fit(thing) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
    .slice(0, most)
    .map(({ thing }) => thing)
}

function fitOf(words: readonly string[], ofWord: (word: string) => number) {
  let sum = 0
  for (const word of words) {
    const fit = ofWord(word)
    if (fit === 0) return 0
    sum += fit
  }
  return words.length === 0 ? 1 : sum / words.length
}

const isInsideWord = (name: string, at: number) => /[\p{L}\p{N}]/u.test(name.charAt(at - 1))

function likeness(word: string, part: string): number {
  if (part.startsWith(word)) return 1
  if (word.length < 3 || !/^[\p{L}\p{M}]+$/u.test(word)) return 0
  const slips = word.length >= 7 ? 2 : Number(word.length >= 4)
  if (lettersMissing(word, part) > slips) return 0
  const distance = distanceToBeginning(word, part, slips)
  if (distance <= slips) return 1 - distance / 10
  return isShortened(word, part) ? 0.5 : 0
}

/** How many of the letters of `word` are not in `text` at all, or fewer: what is quick to know, and rules most out. */
function lettersMissing(word: string, text: string) {
  let missing = lettersOf(word) & ~lettersOf(text)
  let count = 0
  for (; missing !== 0; count += 1) missing &= missing - 1
  return count
}

function lettersOf(text: string) {
  let letters = 0
  for (let index = 0; index < text.length; index += 1) letters |= 1 << (text.charCodeAt(index) & 31)
  return letters
}

/** Letters left out: the first one stays, and half of them. */
function isShortened(word: string, part: string) {
  if (word[0] !== part[0] || word.length * 2 < part.length) return false
  let at = 0
  for (const letter of part) if (letter === word[at]) at += 1
  return at === word.length
}

/**
 * How many letters must be put in, taken out, changed or swapped with the next one to make `word` a beginning of
 * `text`; more than `most` when they are more.
 */
function distanceToBeginning(word: string, text: string, most: number) {
  const width = Math.min(text.length, word.length + most)
  let beforeLast: number[] = []
  let last = Array.from({ length: width + 1 }, (_, column) => column)
  for (let row = 1; row <= word.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= width; column += 1) {
      const isSame = word[row - 1] === text[column - 1]
      const isSwapped =
        row > 1 && column > 1 && word[row - 1] === text[column - 2] && word[row - 2] === text[column - 1]
      const changed = at(last, column - 1) + Number(!isSame)
      const moved = Math.min(changed, at(last, column) + 1, at(next, column - 1) + 1)
      next.push(isSwapped ? Math.min(moved, at(beforeLast, column - 2) + 1) : moved)
    }
    if (Math.min(...next) > most) return most + 1
    beforeLast = last
    last = next
  }
  return Math.min(...last)
}

const at = (row: number[], column: number) => row[column] ?? Infinity
