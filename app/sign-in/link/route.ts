import type { NextRequest } from 'next/server'
import { cookieName } from '#lib/auth/session-cookie.ts'
import { enterByLink } from '#lib/sign-in/enter.ts'
import { backToSignIn, cookie, leadTo } from '#lib/sign-in/answers.ts'
import { isHeldBack, noteFailure } from '#lib/sign-in/attempts-at.ts'
import { browserOf } from '#lib/sign-in/browser-of.ts'
import { localPath } from '#lib/sign-in/local-path.ts'

/** Signs in with a one-time link, which is used up: what the button of its page sends. */
export async function POST(request: NextRequest): Promise<Response> {
  const form = await request.formData().catch(() => null)
  const [token, to] = [form?.get('token'), form?.get('to')]
  const browser = await browserOf(request)
  const path = localPath(typeof to === 'string' ? to : null)
  if (isHeldBack(browser.address)) return backToSignIn('wait', path)
  const earlier = request.cookies.get(cookieName('session'))?.value
  const secret = typeof token === 'string' ? await enterByLink(token, { ...browser, earlier }) : null
  if (secret !== null) return leadTo(path, [cookie('session', secret)])
  noteFailure(browser.address)
  return backToSignIn('link', path)
}
