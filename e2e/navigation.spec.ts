import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { startDelays } from './fixtures/delays.ts'

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name, exact: true })
const shape = (page: Page) => page.getByRole('main').getByText('Loading…')

/** Notes that the shape was drawn, which a slow machine shows for less time than lies between two looks. */
async function watchForShape(page: Page) {
  await page.evaluate(() => {
    const look = () => {
      if (document.querySelector('main')?.textContent.includes('Loading…')) document.body.dataset.shape = 'drawn'
    }
    delete document.body.dataset.shape
    new MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  return () => expect(page.locator('body')).toHaveAttribute('data-shape', 'drawn')
}

/** Holds what it is asked to hold until it is told to let go. */
function gate() {
  let held: PromiseWithResolvers<void> | null = null
  return {
    passed: () => held?.promise,
    hold: () => {
      held = Promise.withResolvers()
    },
    letGo: () => {
      held?.resolve()
      held = null
    },
  }
}

test('a press is answered while the service still thinks: by the name, the tab and the shape of what comes', async ({
  page,
  emulator,
  createPool,
  startConsole,
}) => {
  const pool = await createPool({ name: 'Slow to come', AllowUnauthenticatedIdentities: true })
  const service = gate()
  const delays = await startDelays(emulator, service.passed)
  const console = await startConsole({
    config: { connections: [{ id: 'slow', endpoint: delays.url, regions: ['us-east-1'] }] },
  })
  await page.goto(`${console.url}/slow/pools?q=${encodeURIComponent(pool.id)}`)
  await expect(page.getByRole('row', { name: pool.name }).getByText('Guests on')).toBeVisible()

  service.hold()
  const shapeOfPool = await watchForShape(page)
  await page.getByRole('link', { name: pool.name }).click()
  await expect(page.getByRole('heading', { level: 1, name: pool.name })).toBeVisible()
  await expect(page.getByRole('main').getByText('Guests on')).toBeVisible()
  await expect(tab(page, 'Overview')).toHaveAttribute('aria-current', 'page')
  await shapeOfPool()
  service.letGo()
  await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible()
  await expect(shape(page)).toHaveCount(0)

  service.hold()
  const shapeOfTags = await watchForShape(page)
  await tab(page, 'Tags').click()
  await expect(tab(page, 'Tags')).toHaveAttribute('aria-current', 'page')
  await shapeOfTags()
  // Not held for longer: a call has five seconds.
  service.letGo()
  await expect(page.getByRole('region', { name: 'Findings' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add tag' })).toBeVisible()
  await page.close()
  await delays.stop()
})

test('a press is answered while the console itself is far away: by what was pressed and a line', async ({
  page,
  createPool,
}) => {
  const pool = await createPool()
  await page.goto(`/test/pools?q=${encodeURIComponent(pool.id)}`)
  const far = gate()
  await page.route(/[?&]_rsc=/, async (route) => {
    await far.passed()
    await route.continue()
  })
  const line = page.getByRole('progressbar', { name: 'Opening the page' })
  far.hold()
  await page.getByRole('link', { name: pool.name }).click()
  await expect(line).toBeVisible()
  await expect(page.getByRole('link', { name: pool.name })).toHaveCSS('opacity', '0.65')
  far.letGo()
  await expect(page.getByRole('heading', { level: 1, name: pool.name })).toBeVisible()
  await expect(line).toHaveCount(0)
})

test('a form is served with its values, and not grey', async ({ newBrowser, createPool }) => {
  const pool = await createPool({
    AllowUnauthenticatedIdentities: true,
    AllowClassicFlow: true,
    IdentityPoolTags: { team: 'ocean' },
  })
  const context = await newBrowser({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`/test/pools/${pool.id}/access`)
  const name = page.getByRole('textbox', { name: 'Name', exact: true, includeHidden: true })
  await expect(name).toHaveValue(pool.name)
  await expect(name).toHaveCSS('background-color', 'lab(100 0 0)')
  await expect(page.getByRole('checkbox', { name: 'Guest access', includeHidden: true })).toBeChecked()
  await expect(page.getByRole('radio', { name: /^On/, includeHidden: true })).toBeChecked()
  await page.goto(`/test/pools/${pool.id}/tags`)
  await expect(page.getByRole('textbox', { name: 'Value of tag 1', includeHidden: true })).toHaveValue('ocean')
  await context.close()
})
