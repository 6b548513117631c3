import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { lifeguard } from './fixtures/command.ts'
import { pageOf, startConsoleAtProvider, wayIn } from './fixtures/console-at-provider.ts'
import { poolPath } from './fixtures/paths.ts'

const signInButton = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true })

test.describe('a newcomer', () => {
  test('signs in by the printed link with one press, and the link counts once', async ({
    browser,
    startConsole,
    expectAccessible,
  }) => {
    const console = await startConsole()
    const made = await lifeguard(console, {}, 'sign-in-link', '--json')
    const { link } = JSON.parse(made) as { link: string }
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${console.url}/test/pools?q=a`)
    await expect(page).toHaveURL(`${console.url}/sign-in?to=%2Ftest%2Fpools%3Fq%3Da`)
    await expect(page.getByText('npm run sign-in-link')).toBeVisible()
    await expectAccessible(page)
    await page.goto(link)
    await page.reload()
    await signInButton(page).press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Identity pools' })).toBeVisible()

    const other = await (await browser.newContext()).newPage()
    await other.goto(link)
    await signInButton(other).click()
    await expect(other.getByText('This link was used up or is older than 15 minutes.')).toBeVisible()

    await page.getByRole('button', { name: /^Local operator/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByText('You are signed out.')).toBeVisible()
    await page.goto(`${console.url}/test/pools`)
    await expect(page).toHaveURL(/\/sign-in\?to=/)
    for (const one of [page, other]) await one.context().close()
  })
})

test('people sign in at a provider, with the role that their groups give on each connection', async ({
  browser,
  emulator,
  createPool,
  startConsole,
}) => {
  test.slow()
  const pool = await createPool()
  const connection = { endpoint: emulator.url, regions: ['us-east-1', 'eu-west-1'] }
  const { console, provider } = await startConsoleAtProvider(startConsole, {
    connections: [
      { ...connection, id: 'test', name: 'Test' },
      { ...connection, id: 'prod', name: 'Production', access: { 'on-call': 'support' } },
    ],
  })
  expect(console.output()).not.toContain('token=')
  provider.groups.set('ada', ['desk'])
  provider.groups.set('eve', ['others'])

  const page = await pageOf(browser, console.url + poolPath(pool), 'ada')
  await expect(page.getByRole('heading', { level: 1, name: pool.name })).toBeVisible()
  await page.getByRole('button', { name: /^ada of the desk/ }).click()
  await page.getByRole('link', { name: 'Your access' }).click()
  const rights = page.getByRole('table', { name: 'Your rights' })
  await expect(rights.getByRole('row', { name: 'Test' })).toContainText('support')
  await expect(rights.getByRole('row', { name: 'Production' })).toHaveCount(0)
  await page.goto(`${console.url}/prod/pools`)
  await expect(page.getByText('There is no connection "prod"')).toBeVisible()

  // Whoever has no role is told which claim would give one.
  const stranger = await pageOf(browser, console.url, 'eve')
  await expect(stranger.getByText('You are known, and have no role here.')).toContainText('groups')

  // A role that changed counts from the next sign-in on, and ends what was begun with the old one.
  provider.groups.set('ada', ['admins', 'on-call'])
  const again = await pageOf(browser, `${console.url}/your-access`, 'ada')
  const now = again.getByRole('table', { name: 'Your rights' })
  await expect(now.getByRole('row', { name: 'Test' })).toContainText('admin')
  await expect(now.getByRole('row', { name: 'Production' })).toContainText('support')
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in/)

  // Signed out at the provider, they are signed out here.
  await again.getByRole('button', { name: /^ada of the desk/ }).click()
  await again.getByRole('navigation', { name: 'Account' }).getByRole('button', { name: 'Sign out' }).click()
  await again.getByRole('button', { name: 'Yes, sign me out' }).click()
  await expect(again.getByText('You are signed out.')).toBeVisible()

  // A provider that is gone is told as that, and heals by itself.
  await provider.leave()
  await again.goto(`${console.url}/sign-in/callback?code=x&state=y`)
  await expect(again.getByText('This sign-in did not begin in this browser')).toBeVisible()
  await again.goto(`${console.url}/sign-in`)
  await wayIn(again).click()
  await expect(again).toHaveURL(`${console.url}/sign-in?why=provider`)
  await provider.comeBack()
  await wayIn(again).click()
  await expect(again.getByPlaceholder('Enter any login')).toBeVisible()
  for (const one of [page, stranger, again]) await one.context().close()
  await provider.stop()
})
