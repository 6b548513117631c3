import 'server-only'
import { cookies, headers } from 'next/headers.js'
import type { Actor } from './actor.ts'
import { cookieName } from './session-cookie.ts'
import { notSignedIn, signedIn } from './signed-in.ts'

/** The person or the program behind the current request. Errors: `SIGNED_OUT`. */
export async function actorOfRequest(): Promise<Actor> {
  const cookie = (await cookies()).get(cookieName('session'))?.value
  const found = await signedIn({ cookie, authorization: (await headers()).get('authorization') })
  if (found === null) throw notSignedIn()
  return found.actor
}
