import { connection } from 'next/server'
import type { NextRequest } from 'next/server'
import { log } from '#lib/log/log.ts'
import { backToSignIn, cookie, leadTo } from '#lib/sign-in/answers.ts'
import { isHeldBack } from '#lib/sign-in/attempts-at.ts'
import { browserOf } from '#lib/sign-in/browser-of.ts'
import { wayToProvider } from '#lib/sign-in/go-to-provider.ts'
import { localPath } from '#lib/sign-in/local-path.ts'

const TEN_MINUTES = 600

/** Leads to the provider: `?to=` is where to go on afterwards, `?again` asks who it is once more. */
export async function GET(request: NextRequest): Promise<Response> {
  await connection()
  const { searchParams } = request.nextUrl
  const path = localPath(searchParams.get('to'))
  if (isHeldBack((await browserOf(request)).address)) return backToSignIn('wait', path)
  try {
    const { url, browser } = await wayToProvider(path, searchParams.has('again'))
    return leadTo(url.href, [cookie('attempt', browser, TEN_MINUTES)])
  } catch (error) {
    log().error({ err: error }, 'The way to the OpenID provider failed')
    return backToSignIn('provider', path)
  }
}
