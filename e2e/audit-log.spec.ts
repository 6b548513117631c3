import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { plantHistory } from './fixtures/audit-log.ts'

test('an operator finds who did what, reads it and exports it', async ({
  page,
  console,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool()
  plantHistory(console, pool, [
    { before: { name: 'Old' }, after: { name: 'New' } },
    { outcome: 'denied', error: 'Your role, viewer, may not do this.' },
    { operation: 'DeleteIdentityPool', outcome: null },
  ])
  await page.goto('/test/pools')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit log' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Filter by operation, actor or ID' }).fill(pool.id)
  const table = page.getByRole('table', { name: 'Audit log' })
  await expect(table.getByRole('rowheader')).toHaveText(['Delete pool', 'Change configuration', 'Change configuration'])
  await expectAccessible(page)

  await page.getByRole('combobox', { name: 'Outcome' }).selectOption('succeeded')
  await expect(page).toHaveURL(/outcome=succeeded/)
  await expect(table.getByRole('rowheader')).toHaveText(['Change configuration'])
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const lines = (await readFile(await (await downloading).path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain(pool.id)

  await table.getByRole('button', { name: 'Change configuration' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Change configuration' })
  await expect(dialog.getByRole('list', { name: 'Changes' })).toContainText('New')
  await expectAccessible(page)
  await dialog.getByRole('link', { name: 'Open the pool’s history' }).click()
  await expect(page).toHaveURL(new RegExp(`/test/pools/${pool.id}/history$`))
})

test('a long log loads as it is scrolled, with few rows in the document', async ({
  page,
  console,
  createPool,
  countRows,
}) => {
  const pool = await createPool()
  plantHistory(
    console,
    pool,
    Array.from({ length: 300 }, () => ({})),
  )
  await page.goto(`/audit?q=${encodeURIComponent(pool.id)}`)
  const scroller = page.getByRole('region', { name: 'Audit log' })
  await scroller.focus()
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(page.getByText('All 300 entries are loaded.')).toBeVisible({ timeout: 500 })
  }).toPass()
  expect(await countRows(scroller)).toBeLessThan(120)
})

test('a filter that nothing matches can be cleared', async ({ page, console, createPool }) => {
  const pool = await createPool()
  plantHistory(console, pool, [{ before: { name: 'a' }, after: { name: 'b' } }])
  await page.goto('/audit?q=nobody-is-called-this')
  await expect(page.getByText('No entry matches the filter')).toBeVisible()
  await page.getByRole('button', { name: 'Show all entries' }).click()
  await expect(page.getByRole('table', { name: 'Audit log' }).getByRole('rowheader').first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Filter by operation, actor or ID' })).toHaveValue('')
})
