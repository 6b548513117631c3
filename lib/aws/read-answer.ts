import 'server-only'
import type { Readable } from 'node:stream'

/** The largest answer that is read; the largest one that the services make has about half of it. */
const LIMIT_BYTES = 8 * 2 ** 20

/** An answer that came and says nothing: too large, empty, or not in the service's own form. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer'
}

type Answer = { statusCode: number; body?: unknown }

/**
 * Takes an answer off the wire whole, within bounds, before anybody reads it. A well-meant one (2xx) must be JSON where
 * the service speaks JSON. Errors: `UnreadableAnswer`.
 */
export async function readAnswer(answer: Answer, form: { json: boolean; mayBeEmpty: boolean }): Promise<void> {
  const body = await collect(answer.body)
  answer.body = body
  if (!form.json || answer.statusCode >= 300 || (body.length === 0 && form.mayBeEmpty)) return
  if (!isJsonObject(body.toString('utf8'))) throw new UnreadableAnswer('The answer is not what the service answers.')
}

async function collect(body: unknown): Promise<Buffer> {
  if (body instanceof Uint8Array) return Buffer.from(body)
  if (!isReadable(body)) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) continue
    size += chunk.length
    if (size > LIMIT_BYTES) {
      body.destroy()
      throw new UnreadableAnswer(`The answer is larger than ${LIMIT_BYTES / 2 ** 20} MiB.`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const isReadable = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}
