import { randomUUID } from 'node:crypto'

export interface Random {
  /** At least 0 and below 1. */
  fraction(): number
  uuid(): string
}

export const systemRandom: Random = { fraction: Math.random, uuid: randomUUID }

/** The same sequence for the same seed (the sfc32 generator). */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = seed | 0
  let counter = Math.floor(seed / 2 ** 32) | 1
  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let round = 0; round < 15; round++) next()
  const hex = () => next().toString(16).padStart(8, '0')
  return {
    fraction: () => next() / 2 ** 32,
    uuid() {
      const [first, second, third, fourth] = [hex(), hex(), hex(), hex()]
      const variant = '89ab'.charAt(Number.parseInt(third.charAt(0), 16) & 3)
      return `${first}-${second.slice(0, 4)}-4${second.slice(5)}-${variant}${third.slice(1, 4)}-${third.slice(4)}${fourth}`
    },
  }
}

/** A whole number of at least 0 and below `limit`. */
export const below = (random: Random, limit: number) => Math.floor(random.fraction() * limit)
