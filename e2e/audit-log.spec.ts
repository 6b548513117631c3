import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { configuration, plantHistory } from './fixtures/audit-log.ts'
import { copiedWith } from './fixtures/clipboard.ts'
import { identityPath } from './fixtures/paths.ts'

const GOOGLE = 'accounts.google.com'
const table = (page: Page) => page.getByRole('table', { name: 'Audit log' })
const rows = (page: Page) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const roles = (...values: string[]) => ({
  authenticated: role('User'),
  unauthenticated: null,
  mappings: [
    {
      provider: GOOGLE,
      type: 'Rules',
      ambiguous: 'Deny',
      rules: values.map((value) => ({ claim: 'custom:tier', match: 'Equals', value, roleArn: role('Tier') })),
    },
  ],
})

test('one search tells who removed a provider and who took a rule out, and every entry has an address', async ({
  page,
  console,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool()
  const withGoogle = configuration(pool.name, { loginProviders: { [GOOGLE]: '1234.apps.example' } })
  plantHistory(console, pool, [
    { before: withGoogle, after: { ...withGoogle, allowUnauthenticated: false } },
    { before: withGoogle, after: configuration(pool.name, { loginProviders: {} }) },
    { operation: 'SetIdentityPoolRoles', before: roles('gold', 'platinum'), after: roles('gold') },
    { outcome: 'denied', error: 'Your role, viewer, may not do this.' },
    { operation: 'DeleteIdentityPool', outcome: null },
  ])
  await page.goto('/readonly/pools')
  await expect(page.getByRole('link', { name: pool.name })).toBeVisible()
  await page.goto('/test/pools')
  await expect(page.getByRole('link', { name: pool.name })).toBeVisible()
  await page.goto('/readonly/pools')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit log' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Connection: Read only' })).toBeVisible()

  await box(page, 'Pool').fill(pool.name)
  await expect(rows(page)).toHaveCount(5)
  await box(page, 'Text of the change').fill('removed google login')
  await expect(rows(page)).toHaveText([/Change configuration.*Google login removed: 1234.*Ada \(admin\).*Pool .*Test/])
  await expect(rows(page)).toContainText(pool.name)
  await expect(page).toHaveURL(/text=removed\+google\+login/)
  await expectAccessible(page)
  await box(page, 'Text of the change').fill('platinum')
  await expect(rows(page)).toHaveText([/Change roles.*rule 2 removed: custom:tier Equals platinum/])

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const lines = (await readFile(await (await downloading).path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('platinum')
  expect(lines[1]).toContain(pool.name)

  await box(page, 'Text of the change').fill('')
  await box(page, 'Operation').fill('change configuration')
  await expect(rows(page)).toHaveCount(3)
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption('succeeded')
  await expect(rows(page)).toHaveCount(2)
  await page.getByLabel('To', { exact: true }).fill('2025-12-31')
  await expect(page.getByText('No entry matches the filter')).toBeVisible()
  await expect(page).toHaveURL(/to=2025-12-31/)
  await page.reload()
  await expect(page.getByText('No entry matches the filter')).toBeVisible()
  await page.getByLabel('To', { exact: true }).fill('')
  await page.getByLabel('From', { exact: true }).fill('2026-01-01')
  await expect(rows(page)).toHaveCount(2)

  await rows(page).first().getByRole('link', { name: 'Change configuration' }).press('Enter')
  const details = page.getByRole('complementary', { name: 'Details' })
  await expect(details.getByRole('heading', { name: 'Change configuration' })).toBeFocused()
  await expect(details.getByRole('list', { name: 'Changes' })).toContainText('Google login')
  await expectAccessible(page)
  const link = await copiedWith(page, details.getByRole('button', { name: 'Copy link' }))
  await details.getByRole('link', { name: 'Open the entry' }).click()
  await expect(page).toHaveURL(link)
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'Change configuration' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Changes' })).toContainText('1234.apps.example')
  await expect(page.getByRole('button', { name: 'Connection: Read only' })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/audit/nothing-of-that-name')
  await expect(page.getByText('The audit log has no such entry')).toBeVisible()
  await page.getByRole('link', { name: 'Pools', exact: true }).click()
  await expect(page).toHaveURL(/\/readonly\/pools$/)
})

test('a narrow screen shows operation and outcome, and a filter that matches nothing can be cleared', async ({
  page,
  console,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool()
  plantHistory(console, pool, [{ before: { name: 'a' }, after: { name: 'b' } }])
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/audit?pool=${encodeURIComponent(pool.id)}`)
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).getByText('Succeeded')).toBeInViewport({ ratio: 1 })
  await expect(box(page, 'Pool')).toBeHidden()
  await expect(page.getByRole('button', { name: 'More filters' })).toBeEnabled()
  await page.getByRole('button', { name: 'More filters' }).press('Enter')
  await expect(box(page, 'Pool')).toHaveValue(pool.id)
  await expectAccessible(page)
  await box(page, 'Text of the change').fill('nobody-gave-this')
  await page.getByRole('button', { name: 'Look for it in reasons and tickets' }).click()
  await expect(box(page, 'Text of the change')).toHaveValue('')
  await expect(box(page, 'Reason or ticket')).toHaveValue('nobody-gave-this')
  await expect(box(page, 'Reason or ticket')).toBeFocused()
  await expect(page.getByText('No entry matches the filter')).toBeVisible()
  await page.getByRole('button', { name: 'Show all entries' }).click()
  await expect(rows(page).first()).toBeVisible()
  await expect(box(page, 'Pool')).toHaveValue('')
})

test('what is opened in the audit log stays filtered, whatever the filter was before', async ({
  page,
  console,
  createPool,
  seedIdentities,
}) => {
  const pool = await createPool()
  const [one = ''] = await seedIdentities(pool, { guests: 1 })
  plantHistory(console, pool, [{ before: { name: 'a' }, after: { name: 'b' } }])
  await page.clock.install()
  await page.goto(identityPath(one))
  await page.getByRole('link', { name: 'Open in the audit log' }).click()
  await expect(page.getByText('No entry matches the filter')).toBeVisible()
  await page.clock.runFor(2_000)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(box(page, 'Identity ID')).toHaveValue(one)
  await expect(page).toHaveURL(/identity=/)
  await expect(page.getByText('No entry matches the filter')).toBeVisible()
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
  await page.goto(`/audit?pool=${encodeURIComponent(pool.id)}`)
  const scroller = page.getByRole('region', { name: 'Audit log' })
  await scroller.focus()
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(page.getByText('All 300 entries are loaded.')).toBeVisible({ timeout: 500 })
  }).toPass()
  expect(await countRows(scroller)).toBeLessThan(120)
})

test('a search of a long log shows how far back it looked, and can be stopped and gone on with', async ({
  page,
  createPool,
  startConsole,
  expectAccessible,
}) => {
  const pool = await createPool()
  const served = await startConsole()
  const old = configuration('Old', { tags: { team: 'web' } })
  plantHistory(
    served,
    pool,
    Array.from({ length: 25_000 }, (_, index) => ({ before: old, after: { ...old, name: `New ${index}` } })),
  )
  await page.goto(`${served.url}/audit?text=removed+guest+access`)
  await expect(page.getByText(/^Looked back to \d+ Jan 2026; going on…$/)).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText(/^Looked back to \d+ Jan 2026, and stopped\.$/)).toBeVisible()
  await expect(page.getByText('No entry that was looked at matches the filter')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('No entry matches the filter')).toBeVisible({ timeout: 45_000 })
  await expect(page.getByText(/^Looked back/)).toHaveCount(0)
})

test('an export is in the log itself, with what was asked for', async ({ page, startConsole }) => {
  const { url, ask } = await startConsole()
  expect((await ask('/api/audit?operation=delete&user=jane')).status).toBe(200)
  await page.goto(`${url}/audit?user=jane`)
  await rows(page).getByRole('link', { name: 'Export the audit log' }).click()
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByText('What it was asked to do').click()
  await expect(details).toContainText('delete')
  await expect(details).toContainText('jane')
})

test('a viewer reads the log and may not export it', async ({ page, startConsole }) => {
  const { url, ask } = await startConsole({ role: 'viewer' })
  await page.goto(`${url}/audit`)
  const denied = 'Your role, viewer, may not do this; the role support or admin may.'
  await expect(page.getByRole('button', { name: 'Export CSV' })).toHaveAccessibleDescription(denied)
  expect((await ask('/api/audit')).status).toBe(403)
  await page.reload()
  await expect(rows(page).filter({ hasText: 'Export the audit log' })).toContainText('Denied')
})

test('entries whose time is over go when the console starts, and the pages say so', async ({
  page,
  startConsole,
  createPool,
}) => {
  const console = await startConsole()
  const pool = await createPool()
  const old = { before: configuration('Older'), after: configuration(pool.name) }
  plantHistory(console, pool, [{ ...old, at: Date.UTC(2024, 0, 2) }])
  const history = `${console.url}/test/pools/${pool.id}/history`
  await page.goto(history)
  await expect(page.getByRole('list', { name: 'History' })).toContainText('Older')
  await page.goto('about:blank')
  await console.leave()
  expect(console.output(), 'the end of the log is signed at the stop').toMatch(/"auditHead":\{"sequence":2,/)
  await console.comeBack()
  const said = /Entries before \d+ \w+ \d{4} were removed, as configured\./
  await expect(async () => {
    await page.goto(history)
    await expect(page.getByText(said)).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(page.getByRole('list', { name: 'History' })).toHaveCount(0)
  await page.goto(`${console.url}/audit`)
  await expect(rows(page)).toHaveText([/Remove old entries of the audit log.*Lifeguard \(system\)/])
  await expect(page.getByText(said)).toBeVisible()
})
