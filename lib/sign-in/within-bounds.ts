import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { CustomFetchOptions } from 'openid-client'

/** For all that one sign-in asks of a provider. */
const LONGEST_MS = 4_500
const LARGEST = 1_000_000

const deadlines = new AsyncLocalStorage<AbortSignal>()

/** Work whose calls of a provider end together, in time. */
export const inTime = <T>(work: () => Promise<T>): Promise<T> => deadlines.run(AbortSignal.timeout(LONGEST_MS), work)

/** A fetch of a provider that follows nobody elsewhere, takes no more than a few seconds and reads no more than a megabyte. */
export async function boundedFetch(url: string, options: CustomFetchOptions): Promise<Response> {
  const signal = deadlines.getStore() ?? AbortSignal.timeout(LONGEST_MS)
  const response = await fetch(url, { ...(options as RequestInit), redirect: 'manual', signal })
  const content = response.body === null ? null : await contentOf(response.body)
  const { status, headers } = response
  return new Response(content !== null && content.length > 0 ? content : null, { status, headers })
}

async function contentOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.length
    if (length > LARGEST) throw new Error(`The provider's answer is larger than ${LARGEST} bytes`)
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
