/** A pattern place by place: the code of a character, or one of those below. */
export type Places = Int32Array

/** Any one character, any number of them, and any number without a slash. */
export const ONE = -1
export const MANY = -2
export const WITHIN = -3

const SLASH = '/'.codePointAt(0)

export const placesFrom = (places: readonly (string | number)[]): Places =>
  Int32Array.from(places, (place) => (typeof place === 'number' ? place : (place.codePointAt(0) ?? 0)))

/** Whether there is a text that fits both, in time of the one length times the other. */
export function meet(one: Places, other: Places): boolean {
  const start = sharedStart(one, other)
  if (start === null) return false
  const [rows, columns] = [one.length - start, other.length - start]
  let [reached, next] = [new Uint8Array(columns + 1), new Uint8Array(columns + 1)]
  reached[0] = 1
  for (let row = 0; row <= rows; row += 1) {
    const mine = row < rows ? (one[start + row] ?? ONE) : null
    for (let column = 0; column <= columns; column += 1) {
      if (reached[column] === 0) continue
      const theirs = column < columns ? (other[start + column] ?? ONE) : null
      if (mine === null && theirs === null) return true
      if (mine !== null && mine <= MANY) next[column] = 1
      if (theirs !== null && (theirs <= MANY || (mine !== null && mine <= MANY && takes(mine, theirs))))
        reached[column + 1] = 1
      if (mine === null || theirs === null) continue
      if (theirs <= MANY && (mine <= MANY || takes(theirs, mine))) next[column] = 1
      if (mine > MANY && theirs > MANY && (mine === theirs || mine === ONE || theirs === ONE)) next[column + 1] = 1
    }
    ;[reached, next] = [next, reached]
    next.fill(0)
  }
  return false
}

/** How many characters both begin with, null where they begin in ways that never meet. */
function sharedStart(one: Places, other: Places): number | null {
  let place = 0
  for (; place < one.length && place < other.length; place += 1) {
    const [mine = ONE, theirs = ONE] = [one[place], other[place]]
    if (mine < 0 || theirs < 0) break
    if (mine !== theirs) return null
  }
  return place
}

const takes = (many: number, place: number): boolean => many !== WITHIN || place !== SLASH
