import 'server-only'
import { tokenActorById } from '../auth/access-tokens.ts'
import { OF_TOKEN, type Actor } from '../auth/actor.ts'
import { isAlive } from '../auth/sessions.ts'
import { notSignedIn } from '../auth/signed-in.ts'

/** So long at most a stream goes on for somebody whose session, or for a program whose token, was ended. */
const LOOK_MS = 500

type Reader = Pick<Actor, 'id' | 'session'>

/** Whether whoever reads may go on; null of one who came by neither, such as the command line. */
function goingOn({ id, session }: Reader): (() => Promise<boolean>) | null {
  if (session) return () => isAlive(session.sessionId)
  return id.startsWith(OF_TOKEN) ? async () => (await tokenActorById(id)) !== null : null
}

/** The items of a stream as long as the session of its reader goes on. Errors: `SIGNED_OUT`. */
export async function* whileSignedIn<T>(reader: Reader, items: AsyncIterable<T>): AsyncIterable<T> {
  const goesOn = goingOn(reader)
  let lookedAt = Date.now()
  for await (const item of items) {
    if (goesOn && Date.now() - lookedAt >= LOOK_MS) {
      if (!(await goesOn())) throw notSignedIn()
      lookedAt = Date.now()
    }
    yield item
  }
}

/** A body that breaks off, and its source with it, soon after the session of its reader was ended. */
export function bodyWhileSignedIn(reader: Reader, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const goesOn = goingOn(reader)
  if (goesOn === null) return body
  const ended = new AbortController()
  const look = setInterval(() => {
    goesOn().then(
      (may) => !may && ended.abort(notSignedIn()),
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
