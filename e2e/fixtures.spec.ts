import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessibility.ts'
import { watchConsole } from './fixtures/console-messages.ts'

const ADDRESS = 'http://planted.test/'

async function open(page: Page, body: string, { status = 200, policy = '' } = {}) {
  const headers = policy ? { 'content-security-policy': policy } : undefined
  await page.route(`${ADDRESS}**`, (route) => route.fulfill({ status: 404 }))
  await page.route(ADDRESS, (route) => route.fulfill({ status, headers, contentType: 'text/html', body }))
  await page.goto(ADDRESS)
}

test.describe('the console watch', () => {
  const complaints = [
    ['an error', '<script>console.error("planted")</script>', '', 'error: planted'],
    ['a warning', '<script>console.warn("planted")</script>', '', 'warning: planted'],
    ['an uncaught error', '<script>throw new Error("planted")</script>', '', 'uncaught: Error: planted'],
    ['a rejected promise', '<script>Promise.reject(new Error("planted"))</script>', '', 'uncaught: Error: planted'],
    ['a script that the policy refuses', '<script>1</script>', "script-src 'none'", 'Content Security Policy'],
    [
      'code that a script tries to compile, and catches the refusal',
      '<script nonce="n">try { new Function("") } catch {}</script>',
      "script-src 'nonce-n'",
      'Refused by Content Security Policy: script-src, eval',
    ],
    ['an image that is not found', '<img src="/gone.png" alt="">', '', 'status of 404'],
  ] as const
  for (const [what, body, policy, expected] of complaints) {
    test(`it hears of ${what}`, async ({ page, context }) => {
      const heard = await watchConsole(context)
      await open(page, body, { policy })
      await expect.poll(() => heard.join('\n')).toContain(expected)
    })
  }

  test('it lets pass what Chromium itself says of a document that is not found', async ({ page, context }) => {
    const heard = await watchConsole(context)
    const said = page.waitForEvent('console')
    await open(page, 'Not found', { status: 404 })
    expect((await said).text()).toContain('404')
    expect(heard).toEqual([])
  })
})

test.describe('the accessibility check', () => {
  const themed = (body: string, dark: string) => `<!doctype html><html lang="en"><title>Planted</title>
    <style>.light { color: #111; background: #fff } .dark { ${dark} }</style><main><h1>Planted</h1>${body}</main>
    <script>
      const query = matchMedia('(prefers-color-scheme: dark)')
      const follow = () => (document.documentElement.className = query.matches ? 'dark' : 'light')
      query.onchange = follow
      follow()
    </script></html>`

  test('it accepts a page without faults', async ({ page }) => {
    await open(page, themed('<p>Fine</p>', 'color: #eee; background: #111'))
    await expectAccessible(page)
  })

  test('it refuses a button without a name', async ({ page }) => {
    await open(page, themed('<button></button>', 'color: #eee; background: #111'))
    await expect(expectAccessible(page)).rejects.toThrow('button-name')
  })

  test('it refuses text that is too faint in the dark theme alone', async ({ page }) => {
    await open(page, themed('<p>Faint</p>', 'color: #333; background: #111'))
    await expect(expectAccessible(page)).rejects.toThrow('color-contrast')
  })
})
