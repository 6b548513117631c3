import type { Route } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { boxOf } from './fixtures/deletion.ts'
import { identitiesPath } from './fixtures/paths.ts'

const PAGES = 10
const ROWS_OF_A_PAGE = 100_000
const FIRST_PAGE = 60
const TOTAL = FIRST_PAGE + PAGES * ROWS_OF_A_PAGE
/** Chromium lets no element grow taller. */
const CLAMP = 33_554_428

const standInId = (index: number) => `us-east-1:${index.toString(16).padStart(8, '0')}`

/** What the server would answer if its pages were large; the frame of the answer is the server's own. */
async function answerLargePage(route: Route, page: number) {
  const start = FIRST_PAGE + (page - 1) * ROWS_OF_A_PAGE
  const identities = Array.from({ length: ROWS_OF_A_PAGE }, (_, index) => ({
    identityId: standInId(start + index),
    state: 'guest',
    logins: [],
    createdAt: null,
    modifiedAt: null,
  }))
  const value = { identities, nextCursor: page < PAGES ? `page ${page}` : null }
  const response = await route.fetch()
  const frame = await response.text()
  const body = frame.replace(/^1:\{.*$/m, `1:${JSON.stringify({ ok: true, value })}`)
  await route.fulfill({ response, body })
}

test('scrolling goes on past the height that a browser allows an element', async ({
  page,
  createPool,
  seedIdentities,
}) => {
  test.slow()
  const pool = await createPool()
  const [first] = await seedIdentities(pool, { guests: FIRST_PAGE + 1 })
  let asked = 0
  await page.route('**/identities', async (route) => {
    // The next page of this list; the tray may ask for what a job of another test has done.
    if (!route.request().postData()?.includes('"cursor"')) return route.fallback()
    asked += 1
    await answerLargePage(route, asked)
  })
  await page.goto(identitiesPath(pool))
  const region = page.getByRole('region', { name: 'Identities' })
  const last = boxOf(page, standInId(TOTAL - 1))
  await region.hover()
  while ((await last.count()) === 0) await page.mouse.wheel(0, 3_000_000)
  await page.mouse.wheel(0, 3_000_000)
  await expect(last).toBeInViewport()
  await expect(page.getByText('All 1,000,060 identities are loaded.')).toBeInViewport()
  await expect(page.getByRole('row').last()).toHaveAttribute('aria-rowindex', String(TOTAL + 1))
  expect(TOTAL * 36).toBeGreaterThan(CLAMP)
  expect(await region.evaluate(({ scrollHeight }) => scrollHeight)).toBeLessThan(CLAMP)
  expect(await page.getByRole('row').count()).toBeLessThan(120)

  await boxOf(page, standInId(TOTAL - 2)).click()
  await last.click({ modifiers: ['Shift'] })
  await expect(page.getByText('2 selected', { exact: true })).toBeVisible()
  await page.keyboard.press('Home')
  await expect(boxOf(page, first)).toBeFocused()
  await expect(boxOf(page, first)).toBeInViewport()
  await page.keyboard.press('End')
  await expect(last).toBeFocused()
  await expect(last).toBeInViewport()
})
