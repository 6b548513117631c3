import 'server-only'
import type { Readable } from 'node:stream'

/** The largest answer that is read; the largest one that the services make has about half of it. */
const LIMIT_BYTES = 8 * 2 ** 20
/** What others may have that are being read when one is larger than usual. */
const LIMIT_OF_OTHERS = 4 * 2 ** 20
const USUAL_BYTES = 2 ** 18

let together = 0

/** An answer that came and says nothing: too large, empty, or not in the service's own form. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer'
}

type Answer = { statusCode: number; headers: Record<string, string>; body?: unknown }

/**
 * Takes an answer off the wire whole, within bounds, before anybody reads it. A well-meant one (2xx) must be JSON where
 * the service speaks JSON; where it may be empty, only the service's own is. It is left when the signal says so. Errors:
 * `UnreadableAnswer`.
 */
export async function readAnswer(
  answer: Answer,
  form: { json: boolean; mayBeEmpty: boolean },
  signal: AbortSignal,
): Promise<void> {
  const body = await collect(answer.body, signal)
  answer.body = body
  if (!form.json || answer.statusCode >= 300) return
  if (body.length === 0 && form.mayBeEmpty && isOfService(answer)) return
  if (!isJsonObject(body.toString('utf8'))) throw new UnreadableAnswer('The answer is not what the service answers.')
}

export const requestIdOf = ({ headers }: Pick<Answer, 'headers'>): string | null =>
  headers['x-amzn-requestid'] ?? headers['x-amz-request-id'] ?? null

/** Whatever stands between here and the service gives no request id, nor its type of content. */
const isOfService = (answer: Answer): boolean =>
  requestIdOf(answer) !== null || answer.headers['content-type']?.startsWith('application/x-amz-json') === true

async function collect(body: unknown, signal: AbortSignal): Promise<Buffer> {
  if (body instanceof Uint8Array) return Buffer.from(body)
  if (!isReadable(body)) return Buffer.alloc(0)
  const leave = () => void body.destroy()
  signal.addEventListener('abort', leave, { once: true })
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) continue
      size += chunk.length
      together += chunk.length
      if (size > LIMIT_BYTES || (size > USUAL_BYTES && together - size > LIMIT_OF_OTHERS)) {
        leave()
        throw new UnreadableAnswer('The answer is too large.')
      }
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } finally {
    together -= size
  }
}

const isReadable = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
