import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { confirmDeletion, dialogOf } from './fixtures/deletion.ts'
import { explorePath, indexPath, matching, rowsOf, scanPool } from './fixtures/identity-index.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { identitiesPath } from './fixtures/paths.ts'

test('an operator scans a pool, filters and sorts its index, and the address keeps it', async ({
  page,
  seededPool,
  expectAccessible,
}) => {
  const { pool } = await seededPool({ guests: 250, authenticated: 12, disabled: 3 })
  await page.goto(identitiesPath(pool))
  const source = page.getByRole('group', { name: 'Source' })
  await expect(source.getByRole('radio', { name: 'Live' })).toBeChecked()
  await source.getByRole('radio', { name: 'Index' }).check()
  await expect(page.getByText('This pool was never scanned')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Scan pool', exact: true }).click()
  await expect(matching(page)).toHaveText('265 of 265 match')
  await expect(page.getByText('265 identities as scanned')).toBeVisible()
  await expect(page.getByText('AWS tells no last use', { exact: false })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('combobox', { name: 'State' }).selectOption('Authenticated')
  await expect(matching(page)).toHaveText('12 of 265 match')
  await expect(rowsOf(page)).toHaveCount(12)
  await page.getByRole('combobox', { name: 'Provider' }).selectOption('Facebook')
  await expect(matching(page)).toHaveText('12 of 265 match')
  await page.getByLabel('Created before').fill('1d')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No identity matches the filter')).toBeVisible()
  await expect(page).toHaveURL(
    /filter=state%3Dauthenticated\+created%3C1d\+provider%3D|filter=state%3Dauthenticated\+provider/,
  )
  await page.reload()
  await expect(page.getByText('No identity matches the filter')).toBeVisible()
  await expect(page.getByLabel('Created before')).toHaveValue('1d')
  await page.getByLabel('Created before').fill('soon')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Write 2026-01-31, 90d or 12h.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).first().click()
  await expect(matching(page)).toHaveText('265 of 265 match')

  await page.getByRole('columnheader', { name: 'State' }).getByRole('button').click()
  await expect(page).toHaveURL(/sort=State/)
  await page.getByRole('columnheader', { name: 'State' }).getByRole('button').click()
  await expect(rowsOf(page).first()).toContainText('Disabled')
  await expect(page.getByRole('columnheader', { name: 'State' })).toHaveAttribute('aria-sort', 'descending')

  await page.setViewportSize({ width: 360, height: 740 })
  await expect(page.getByRole('radio', { name: 'Index' })).toBeChecked()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await source.getByRole('radio', { name: 'Live' }).check()
  await expect(page).toHaveURL(/\/identities$/)
})

test('a filter is saved under a name, applied by it and deleted', async ({ page, seededPool }) => {
  const { pool } = await seededPool({ guests: 5, authenticated: 2 })
  await scanPool(page, pool, 7)
  await page.getByRole('combobox', { name: 'State' }).selectOption('Guest')
  await expect(matching(page)).toHaveText('5 of 7 match')
  await page.getByRole('button', { name: 'Saved filters' }).click()
  const saved = page.getByRole('group', { name: 'Saved filters' })
  await saved.getByLabel('Save this filter as').fill('Old guests')
  await saved.getByRole('button', { name: 'Save filter' }).click()
  const item = saved.getByRole('button', { name: /^Old guests/ })
  await expect(item).toContainText('state=guest')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(matching(page)).toHaveText('7 of 7 match')
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await item.click()
  await expect(matching(page)).toHaveText('5 of 7 match')
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await saved.getByRole('button', { name: 'Delete Old guests' }).click()
  await expect(saved.getByText('No filter of this pool is saved yet.')).toBeVisible()
})

test('chosen rows of the index are deleted, and the index forgets them', async ({ page, emulator, seededPool }) => {
  const { pool, ids } = await seededPool({ guests: 20 })
  await scanPool(page, pool, 20)
  await page.getByRole('checkbox', { name: `Select ${ids[0]}` }).click()
  await page.getByRole('checkbox', { name: `Select ${ids[4]}` }).click({ modifiers: ['Shift'] })
  await expect(page.getByText('5 selected', { exact: true })).toBeVisible()
  await confirmDeletion(page, 5)
  await expect(dialogOf(page).getByText('Deleted 5 identities.')).toBeVisible()
  await dialogOf(page).getByRole('button', { name: 'Close' }).last().click()
  await expect(matching(page)).toHaveText(/^15 of/)
  await expect(rowsOf(page)).toHaveCount(15)
  expect(await listIdentities(emulator, pool)).toEqual(ids.slice(5))
  await page.reload()
  await expect(matching(page)).toHaveText(/^15 of/)
})

test('an outage of the index is told, and never an empty table', async ({ page, seededPool }) => {
  const { pool } = await seededPool({ guests: 3 })
  await page.goto(`${indexPath(pool)}&filter=state%3Dnobody`)
  await expect(page.getByText('The address names a filter that cannot be read')).toBeVisible()
  await expect(page.getByText('A state is one of guest, authenticated, disabled.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page).toHaveURL(/source=index$/)
})

test('where the filter of the address cannot be read, nothing is exported, saved or shown in its place', async ({
  page,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 3 })
  await scanPool(page, pool, 3)
  await expect(rowsOf(page)).toHaveCount(3)
  await page.goto(indexPath(pool, 'state=nobody'))
  await expect(page.getByText('The address names a filter that cannot be read')).toBeVisible()
  const why = 'The address names a filter that cannot be read.'
  const exporting = page.getByRole('button', { name: 'Export' })
  await expect(exporting).toHaveAttribute('aria-disabled', 'true')
  await expect(exporting).toHaveAccessibleDescription(why)
  await exporting.click({ force: true })
  await expect(page.getByRole('group', { name: 'Export' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Saved filters' }).click()
  const saved = page.getByRole('group', { name: 'Saved filters' })
  await saved.getByLabel('Save this filter as').fill('Everything')
  await expect(saved.getByRole('button', { name: 'Save filter' })).toHaveAccessibleDescription(why)
  await saved.getByLabel('Save this filter as').press('Enter')
  await expect(saved.getByText('No filter of this pool is saved yet.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(matching(page)).toHaveText('Nothing is counted')
  await expect(page.getByRole('link', { name: ids[0] })).toHaveCount(0)
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(matching(page)).toHaveText('3 of 3 match')
})

test('the index is exported as CSV and as JSON Lines', async ({ page, seededPool }) => {
  const { pool, ids } = await seededPool({ guests: 30, authenticated: 2 })
  await scanPool(page, pool, 32)
  const exported = async (name: string) => {
    await page.getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('group', { name: 'Export' }).getByRole('link', { name }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    return text.trimEnd().split(/\r?\n/)
  }
  const csv = await exported('CSV')
  expect(csv[0]).toBe('identity,state,logins,created,modified')
  expect(new Set(csv.slice(1).map((line) => line.split(',')[0]))).toEqual(new Set(ids))
  await page.getByRole('combobox', { name: 'State' }).selectOption('Authenticated')
  await expect(matching(page)).toHaveText('2 of 32 match')
  const lines = await exported('JSON Lines')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ state: 'authenticated', logins: ['graph.facebook.com'] }),
    expect.objectContaining({ state: 'authenticated' }),
  ])
})

test('pictures of the index lead to what they stand for', async ({
  page,
  startEmulator,
  startConsole,
  expectAccessible,
}) => {
  test.slow()
  const emulator = await startEmulator({ seed: 2_000 })
  const { url } = await startConsole({
    config: { connections: [{ id: 'test', name: 'Test', endpoint: emulator.url, regions: ['us-east-1'] }] },
  })
  await page.goto(`${url}/test/pools`)
  await page.getByRole('link', { name: 'Load test' }).click()
  await page.getByRole('link', { name: 'Explore', exact: true }).click()
  await page.getByRole('button', { name: 'Scan pool', exact: true }).click()
  await expect(page.getByText('2,000 of 2,000 identities')).toBeVisible()
  await expectAccessible(page)

  const states = page.getByRole('list', { name: 'State' })
  await states.getByRole('button', { name: /^Guests/ }).click()
  await expect(page).toHaveURL(/filter=state%3Dguest/)
  await expect(states.getByRole('button', { name: /^Guests/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(states.getByRole('button', { name: /^Authenticated/ })).toContainText('0')
  await states.getByRole('button', { name: /^Guests/ }).click()
  await expect(page.getByText('2,000 of 2,000 identities')).toBeVisible()

  const months = page.getByRole('list', { name: /^Identities over time by/ }).getByRole('button')
  await months.last().focus()
  await page.keyboard.press('Home')
  await expect(months.first()).toBeFocused()
  const said = (await months.first().getAttribute('aria-label')) ?? ''
  const [, count = ''] = /: ([\d,]+) created/.exec(said) ?? []
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${count} of 2,000 identities`)).toBeVisible()
  await expect(page.getByRole('list', { name: 'Created by day' })).toBeVisible()
  await page.getByText('As a table').first().click()
  await expect(page.getByRole('table', { name: 'Identities over time' }).getByRole('row').last()).toContainText(count)
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Show them in Identities' }).click()
  await expect(matching(page)).toHaveText(`${count} of 2,000 match`)
})

test('a viewer looks at the index, and is told why it cannot be renewed or deleted from', async ({
  page,
  seededPool,
  startConsole,
}) => {
  const { pool } = await seededPool({ guests: 3 })
  const { url } = await startConsole({ role: 'viewer' })
  await page.goto(`${url}${indexPath(pool)}`)
  const button = page.getByRole('button', { name: 'Scan pool', exact: true })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(/Your role, viewer, may not do this/)
  await page.goto(`${url}${explorePath(pool)}`)
  await expect(page.getByText('This pool was never scanned')).toBeVisible()
})
