import 'server-only'
import type { Actor } from '../auth/actor.ts'
import { isAlive } from '../auth/sessions.ts'
import { notSignedIn } from '../auth/signed-in.ts'

/** So long at most a stream goes on for somebody whose session was ended. */
const LOOK_MS = 500

/** The items of a stream as long as the session of its reader goes on. Errors: `SIGNED_OUT`. */
export async function* whileSignedIn<T>(
  { session }: Pick<Actor, 'session'>,
  items: AsyncIterable<T>,
): AsyncIterable<T> {
  let lookedAt = Date.now()
  for await (const item of items) {
    if (session && Date.now() - lookedAt >= LOOK_MS) {
      if (!(await isAlive(session.sessionId))) throw notSignedIn()
      lookedAt = Date.now()
    }
    yield item
  }
}

/** A body that breaks off, and its source with it, soon after the session of its reader was ended. */
export function bodyWhileSignedIn(
  { session }: Pick<Actor, 'session'>,
  body: ReadableStream<Uint8Array>,
): ReadableStream<Uint8Array> {
  if (!session) return body
  const ended = new AbortController()
  const look = setInterval(() => {
    isAlive(session.sessionId).then(
      (goesOn) => !goesOn && ended.abort(notSignedIn()),
      // A store that does not answer says nothing of the session.
      () => undefined,
    )
  }, LOOK_MS)
  const through = new TransformStream<Uint8Array, Uint8Array>()
  body.pipeTo(through.writable, { signal: ended.signal }).then(
    () => clearInterval(look),
    () => clearInterval(look),
  )
  return through.readable
}
