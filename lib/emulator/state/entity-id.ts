import { createHash } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** An id of IAM: four letters that tell its kind, and seventeen that a text gives, the same for the same text. */
export function entityId(kind: 'AROA' | 'ANPA' | 'AIDA', text: string): string {
  const digest = createHash('sha256').update(text).digest().subarray(0, 17)
  return kind + [...digest].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('')
}
