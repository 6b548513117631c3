import type { Random } from './random.ts'

const HALF = 2n ** 48n - 1n
/** Odd, so that multiplying by it can be undone. */
const SCRAMBLE = 0x5deece66d1fbn
const UNSCRAMBLE = inverse(SCRAMBLE)

/** An identity's id: random, but for its last twelve digits, which are its scrambled number. */
export function identityIdOf(region: string, number: number, random: Random): string {
  const tail = ((BigInt(number) * SCRAMBLE) & HALF).toString(16).padStart(12, '0')
  return `${region}:${random.uuid().slice(0, -12)}${tail}`
}

/** The number in an id. An id that is not ours gives some number too: compare the whole id with what is found. */
export function numberInId(id: string): number {
  const tail = /[0-9a-f]{12}$/.exec(id)?.[0]
  return tail === undefined ? 0 : Number((BigInt(`0x${tail}`) * UNSCRAMBLE) & HALF)
}

/** Each round of Newton's method doubles the number of right bits; three are right from the start. */
function inverse(odd: bigint): bigint {
  let result = odd
  for (let bits = 3; bits < 48; bits *= 2) result = (result * (2n - odd * result)) & HALF
  return result & HALF
}
