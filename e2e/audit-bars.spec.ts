import { expect, test } from './fixtures.ts'
import { plantHistory } from './fixtures/audit-log.ts'

test('bars show how much happened when, and lead to it', async ({
  page,
  createPool,
  startConsole,
  expectAccessible,
}) => {
  const pool = await createPool()
  const served = await startConsole()
  plantHistory(
    served,
    pool,
    Array.from({ length: 90 }, (_, index) => ({ outcome: index % 10 === 0 ? ('failed' as const) : 'succeeded' })),
  )
  const bars = page.getByRole('list', { name: 'Operations by time' }).getByRole('button')
  await page.goto(`${served.url}/audit`)
  await expect(bars).toHaveCount(24)
  await expect(page.getByText('0 operations in the last 24 hours')).toBeVisible()
  await page.getByLabel('From', { exact: true }).fill('2025-12-30')
  await page.getByLabel('To', { exact: true }).fill('2026-01-01')
  await expect(bars).toHaveCount(3)
  await expect(page.getByText('90 operations from 30 Dec 2025 to 1 Jan 2026 (UTC), 9 unsuccessful')).toBeVisible()
  await bars.last().focus()
  await page.keyboard.press('Home')
  await expect(bars.first()).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/from=2026-01-01&to=2026-01-01/)
  await expect(bars).toHaveCount(24)
  await expect(bars.last()).toBeFocused()
  await expectAccessible(page)
  await page.getByRole('button', { name: '1 Jan 01:00 UTC: 31 operations, 3 of them did not succeed' }).click()
  await expect(page).toHaveURL(/from=2026-01-01T01&to=2026-01-01T01/)
  await expect(page.getByText('31 entries are loaded.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^1 Jan 01:00 UTC/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('button', { name: /^1 Jan 01:00 UTC/ })).toBeFocused()
  await expect(page.getByText('; shown: 01:00 to 01:59 UTC')).toBeVisible()
  await expect(page.getByLabel('From 01:00 UTC')).toHaveValue('2026-01-01')
  const operations = page
    .getByRole('table', { name: 'Audit log' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
  const started = page.getByRole('columnheader', { name: 'Started (UTC)' }).getByRole('button')
  await expect(operations.first()).toContainText('01:30:00')
  await started.click()
  await expect(operations.first()).toContainText('01:00:00')
  await expect(page).toHaveURL(/sort=Started/)
  await started.click()
  await started.click()
  // The bars that come by another way than a press on one leave the keyboard where it is.
  await page.getByLabel('From 01:00 UTC').fill('2025-12-30')
  await expect(page).toHaveURL(/from=2025-12-30/)
  await expect(bars).not.toHaveCount(24)
  await expect(page.getByLabel('From', { exact: true })).toBeFocused()
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(bars.last()).toBeInViewport()
  await page.getByRole('button', { name: 'Show all times' }).click()
  await expect(page.getByText('0 operations in the last 24 hours')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Yesterday' })).toBeInViewport({ ratio: 1 })
  await expectAccessible(page)
})
