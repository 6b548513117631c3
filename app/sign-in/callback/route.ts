import { connection } from 'next/server'
import type { NextRequest } from 'next/server'
import { cookieName } from '#lib/auth/session-cookie.ts'
import { log } from '#lib/log/log.ts'
import { backToSignIn, cookie, leadTo } from '#lib/sign-in/answers.ts'
import { endAttempt } from '#lib/sign-in/attempts.ts'
import { isHeldBack, noteFailure } from '#lib/sign-in/attempts-at.ts'
import { browserOf } from '#lib/sign-in/browser-of.ts'
import { cameBack } from '#lib/sign-in/come-back.ts'
import { enterByProvider, recordFailure } from '#lib/sign-in/enter.ts'
import { isUnreachable } from '#lib/sign-in/is-unreachable.ts'

/** Where the provider sends people back to, with a code that counts once, in the browser that went there. */
export async function GET(request: NextRequest): Promise<Response> {
  await connection()
  const { search, searchParams } = request.nextUrl
  const browser = await browserOf(request)
  if (isHeldBack(browser.address)) return backToSignIn('wait')
  const state = searchParams.get('state') ?? ''
  const begun = await endAttempt(state, request.cookies.get(cookieName('attempt'))?.value ?? '')
  const gone = cookie('attempt', null)
  if (begun === null) {
    noteFailure(browser.address)
    await recordFailure('It did not begin in this browser, or took too long.')
    return backToSignIn('attempt', '/', [gone])
  }
  try {
    const came = await cameBack(search, { state, ...begun })
    const earlier = request.cookies.get(cookieName('session'))?.value
    const secret = await enterByProvider(came, { ...browser, earlier })
    if (secret === null) return backToSignIn('role', begun.returnTo, [gone])
    return leadTo(begun.returnTo, [gone, cookie('session', secret)])
  } catch (error) {
    log().error({ err: error }, 'A sign-in by the OpenID provider failed')
    if (isUnreachable(error)) return backToSignIn('provider', begun.returnTo, [gone])
    noteFailure(browser.address)
    await recordFailure('What the OpenID provider answered is not taken.')
    return backToSignIn('refused', begun.returnTo, [gone])
  }
}
