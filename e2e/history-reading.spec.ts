import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { configuration, plantHistory } from './fixtures/audit-log.ts'

const entries = (page: Page) => page.getByRole('list', { name: 'History' }).locator(':scope > li')

test('a long history loads as it is scrolled', async ({ page, console, createPool }) => {
  const pool = await createPool()
  plantHistory(
    console,
    pool,
    Array.from({ length: 100 }, (_, index) => ({ before: { name: `n${index}` }, after: { name: `n${index + 1}` } })),
  )
  await page.goto(`/test/pools/${pool.id}/history`)
  await expect(entries(page)).toHaveCount(40)
  await entries(page).last().scrollIntoViewIfNeeded()
  await expect(entries(page)).toHaveCount(80)
  await entries(page).last().scrollIntoViewIfNeeded()
  await expect(entries(page)).toHaveCount(100)
  await expect(entries(page).last()).toContainText('n0')
})

test('a viewer sees the history and is told why it cannot be restored', async ({ page, createPool, startConsole }) => {
  const pool = await createPool()
  const viewed = await startConsole({ role: 'viewer' })
  plantHistory(viewed, pool, [{ before: configuration('Old'), after: configuration('New') }])
  await page.goto(`${viewed.url}/test/pools/${pool.id}/history`)
  const button = page.getByRole('button', { name: /^Undo this change/ })
  await expect(button).toBeDisabled()
  await expect(button).toHaveAttribute('title', /the role admin may/)
})
