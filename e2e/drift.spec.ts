import { expect, test } from './fixtures.ts'
import { roleArn } from './fixtures/iam.ts'
import { openRoles, saveRoles, setRoles } from './fixtures/roles.ts'

const OUTSIDE = 'Changed outside Lifeguard'

test('a pool that was changed elsewhere says so on its overview, in its history and among the findings', async ({
  page,
  emulator,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool()
  await setRoles(emulator, pool, { Roles: { authenticated: roleArn('User'), unauthenticated: roleArn('Guest') } })
  await page.goto(`/test/pools/${pool.id}`)
  await expect(page.getByRole('list', { name: 'Findings', exact: true })).toBeVisible()
  await expect(page.getByText(OUTSIDE)).toHaveCount(0)

  await setRoles(emulator, pool, { Roles: { authenticated: roleArn('Theirs'), unauthenticated: roleArn('Guest') } })
  await page.setViewportSize({ width: 360, height: 740 })
  await page.reload()
  await expect(page.getByText(/^1 difference, found \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/)).toBeVisible()
  const finding = page.getByRole('list', { name: 'Findings', exact: true }).getByRole('listitem')
  await expect(finding.filter({ hasText: OUTSIDE })).toContainText('1 difference was found on')
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  await page.getByRole('link', { name: 'Open History' }).click()
  const entry = page.getByRole('list', { name: 'History' }).getByRole('listitem').filter({ hasText: OUTSIDE })
  await expect(entry).toHaveCount(1)
  await expect(entry).toContainText(/Between [\d-]+ [\d:]+ UTC and/)
  await expect(entry.getByRole('list', { name: 'Changes' })).toContainText(`Authenticated role`)
  await expect(entry.getByRole('list', { name: 'Changes' })).toContainText(roleArn('Theirs'))
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`/test/findings?pool=${pool.id}&severity=low`)
  await expect(page.getByRole('row').filter({ hasText: OUTSIDE })).toContainText(pool.name)
})

test('what is saved here is no change outside', async ({ page, emulator, createPool }) => {
  const pool = await createPool()
  await setRoles(emulator, pool, { Roles: { authenticated: roleArn('User') } })
  await page.goto(`/test/pools/${pool.id}`)
  await expect(page.getByRole('list', { name: 'Findings', exact: true })).toBeVisible()
  await openRoles(page, pool)
  await page.getByLabel('Authenticated role', { exact: true }).fill(roleArn('Ours'))
  await saveRoles(page)

  await setRoles(emulator, pool, { Roles: { authenticated: roleArn('Ours'), unauthenticated: roleArn('Theirs') } })
  await page.goto(`/test/pools/${pool.id}`)
  await expect(page.getByText(/^1 difference, found /)).toBeVisible()
  await page.getByRole('link', { name: 'Open History' }).click()
  const entries = page.getByRole('list', { name: 'History' }).getByRole('heading')
  await expect(entries).toHaveText([OUTSIDE, 'Change roles'])
})
