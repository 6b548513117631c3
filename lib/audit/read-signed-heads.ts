import 'server-only'
import type { KeyObject } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { isSignedBy, type SignedHead } from './signed-head.ts'

const line = z.object({
  auditHead: z.object({
    sequence: z.int().positive(),
    hash: z.string(),
    at: z.string(),
    key: z.string(),
    signature: z.string(),
  }),
})

/** `problem`: why the lines cannot be believed, with the number of the first that cannot. */
export type SignedHeads = { heads: Map<number, SignedHead>; problem: string | null }

/** The signed ends of the log among the lines of a file; all other lines are passed over. Errors: as reading it. */
export async function readSignedHeads(file: string, key: KeyObject): Promise<SignedHeads> {
  const heads = new Map<number, SignedHead>()
  let number = 0
  for await (const text of createInterface({ input: createReadStream(file) })) {
    number += 1
    if (!text.includes('"auditHead"')) continue
    const head = headIn(text)
    if (!head || !isSignedBy(head, key))
      return { heads, problem: `Line ${number} of ${file} was not signed by this key.` }
    const other = heads.get(head.sequence)
    if (other && other.hash !== head.hash)
      return {
        heads,
        problem: `Line ${number} of ${file} signs another row ${head.sequence} than one before it: the log was made anew between ${other.at} and ${head.at}.`,
      }
    heads.set(head.sequence, head)
  }
  return { heads, problem: null }
}

/** A program that collects logs may have put something before the line. */
function headIn(text: string): SignedHead | null {
  try {
    const { data } = line.safeParse(JSON.parse(text.slice(text.indexOf('{'))))
    return data?.auditHead ?? null
  } catch {
    return null
  }
}
