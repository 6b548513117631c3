import { randomUUID } from 'node:crypto'
import { expect, test } from './fixtures.ts'

test('an operator sees the findings of pools in their list and in the strip, and filters by a press', async ({
  page,
  createPool,
  fault,
  expectAccessible,
}) => {
  const name = `Strip ${randomUUID().slice(0, 8)}`
  for (let others = 0; others < 5; others += 1) await createPool()
  const open = await createPool({ name: `${name} open`, AllowClassicFlow: false })
  const sound = await createPool({
    name: `${name} sound`,
    AllowUnauthenticatedIdentities: false,
    AllowClassicFlow: false,
    SupportedLoginProviders: undefined,
  })
  const locked = await createPool({ name: `${name} locked` })
  await fault({ operation: 'DescribeIdentityPool', error: 'AccessDeniedException', id: locked.id })
  await page.goto(`/test/pools?q=${encodeURIComponent(name)}`)
  const rowOf = (pool: { name: string }) =>
    page.getByRole('table', { name: 'Identity pools' }).getByRole('row').filter({ hasText: pool.name })
  await expect(rowOf(sound).getByRole('cell', { name: 'None found' })).toBeVisible()
  await expect(rowOf(locked).getByRole('cell', { name: 'Not checked' })).toBeVisible()
  await rowOf(open).getByRole('link', { name: '3 medium findings' }).click()
  await expect(page).toHaveURL(new RegExp(`/test/findings\\?pool=${encodeURIComponent(open.id)}$`))
  const titles = page.getByRole('table', { name: 'Findings' }).getByRole('rowheader')
  await expect(titles).toHaveCount(3)
  await expect(page.getByRole('combobox', { name: 'Pool' })).toHaveValue(open.id)

  const strip = page.getByRole('list', { name: 'Findings by pool' })
  await page.getByRole('button', { name: /^Show all \d+ pools$/ }).click()
  await expect(strip.getByRole('listitem').filter({ hasText: locked.name })).toContainText('Not checked')
  await expect(strip.getByRole('listitem').filter({ hasText: sound.name })).toContainText('None found')
  await strip.getByRole('button', { name: open.name, exact: true }).click()
  await expect(page).toHaveURL(/\/test\/findings$/)
  const medium = strip.getByRole('button', { name: `3 medium, ${open.name}` })
  await medium.press('Enter')
  await expect(medium).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL(/severity=medium&pool=/)
  await expect(titles).toHaveCount(3)
  await expect(medium).toBeFocused()
  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page)
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(beyond).toBeLessThanOrEqual(0)
})

test('on a phone the counts of a pool and the first finding are in view at once', async ({ page, createPool }) => {
  for (let pools = 0; pools < 4; pools += 1) await createPool()
  const pool = await createPool({ name: `Narrow ${randomUUID().slice(0, 8)} with a name that is long` })
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/test/pools?q=${encodeURIComponent(pool.name)}`)
  const table = page.getByRole('table', { name: 'Identity pools' })
  await expect(table.getByRole('link', { name: / findings$/ })).toBeInViewport({ ratio: 1 })

  await page.goto('/test/findings')
  const first = page.getByRole('table', { name: 'Findings' }).getByRole('row').nth(1)
  await expect(first.getByRole('cell').first()).toBeInViewport({ ratio: 1 })
  const severity = page.getByRole('combobox', { name: 'Severity' })
  await expect(severity).toBeHidden()
  await page.getByRole('button', { name: 'Filters', exact: true }).click()
  await severity.selectOption('Medium')
  await page.getByRole('button', { name: 'Filters: 1' }).click()
  await expect(severity).toBeHidden()
  await expect(page).toHaveURL(/severity=medium/)
})
