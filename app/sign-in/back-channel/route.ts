import { endProviderSessions } from '#lib/auth/sessions.ts'
import { log } from '#lib/log/log.ts'
import { signedOutBy } from '#lib/sign-in/logout-token.ts'
import { recordSignOut } from '#lib/sign-in/enter.ts'
import { isHeldBack, noteFailure } from '#lib/sign-in/attempts-at.ts'
import { browserOf } from '#lib/sign-in/browser-of.ts'

const FRESH = { 'Cache-Control': 'no-store' }

/** Hears from the provider that somebody signed out there, by a token that it signed. */
export async function POST(request: Request): Promise<Response> {
  const { address } = await browserOf(request)
  if (isHeldBack(address)) return new Response(null, { status: 429, headers: FRESH })
  try {
    const token = (await request.formData()).get('logout_token')
    const signedOut = await signedOutBy(typeof token === 'string' ? token : '')
    for (const personId of new Set(await endProviderSessions(signedOut))) await recordSignOut(personId)
    return new Response(null, { status: 200, headers: FRESH })
  } catch (error) {
    noteFailure(address)
    log().warn({ err: error }, 'A sign-out by the OpenID provider was not taken')
    return new Response(null, { status: 400, headers: FRESH })
  }
}
