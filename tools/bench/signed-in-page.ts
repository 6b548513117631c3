import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import type { Console } from '../../e2e/fixtures/console.ts'
import { bringSession } from '../../e2e/fixtures/sign-in.ts'

/** A page of a browser of its own, signed in to a console. */
export async function signedInPage(browser: Browser, served: Console, options?: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(options)
  await bringSession(page.context(), served)
  return page
}
