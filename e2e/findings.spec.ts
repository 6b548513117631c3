import { readFile } from 'node:fs/promises'
import { CreateIdentityPoolCommand } from '@aws-sdk/client-cognito-identity'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { Console, ConsoleOptions } from './fixtures/console.ts'
import type { Emulator } from './fixtures/emulator.ts'

const section = (page: Page) => page.getByRole('region', { name: 'Findings' })
const openFindings = (page: Page) => page.getByRole('list', { name: 'Findings', exact: true })
const finding = (list: Locator, title: string) =>
  list.getByRole('listitem').filter({ has: list.page().getByRole('heading', { name: title }) })

async function openDemo(
  page: Page,
  startEmulator: (options: Record<string, string>) => Promise<Emulator>,
  startConsole: (options: Partial<ConsoleOptions>) => Promise<Console>,
) {
  const emulator = await startEmulator({ seed: 'demo' })
  const regions = ['us-east-1', 'eu-west-1']
  const console = await startConsole({ config: { connections: [{ id: 'demo', endpoint: emulator.url, regions }] } })
  await page.goto(`${console.url}/demo/pools`)
}

test('the misconfigured pool of the demonstration shows everything that is wrong with it', async ({
  page,
  startEmulator,
  startConsole,
  expectAccessible,
}) => {
  await openDemo(page, startEmulator, startConsole)
  await page.getByRole('link', { name: 'Field Survey Prototype' }).click()
  await expect(openFindings(page).getByRole('heading')).toHaveText([
    'Basic (classic) flow is not set',
    'Guests and signed-in users share a role',
    'A rule trusts a claim that users can edit',
    'Guest access is on',
    'Server-side token check is off',
    'Identities use a provider that the pool does not name',
    'A consumer secret can be read in the pool’s settings',
    'Users whom no rule matches get the authenticated role',
    'A login provider no longer exists',
    'More rules than the service documents',
  ])
  await expectAccessible(page)

  await openFindings(page).getByRole('link', { name: 'Fix: Guests and signed-in users share a role' }).click()
  await expect(page.getByLabel('Guest role', { exact: true })).toBeFocused()
  await expect(page.getByLabel('Guest role', { exact: true })).toHaveValue('')
  await expect(page.getByText('1 unsaved change')).toBeVisible()
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('link', { name: 'Overview' }).click()
  await openFindings(page).getByRole('link', { name: 'Fix: Users whom no rule matches' }).click()
  await expect(page.getByLabel('If no rule matches')).toBeFocused()
  await expect(page.getByLabel('If no rule matches')).toHaveValue('Deny')
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('link', { name: 'Overview' }).click()
  await openFindings(page).getByRole('link', { name: 'Fix: A rule trusts a claim that users can edit' }).click()
  await expect(page.getByLabel('Claim of rule 1', { exact: true })).toBeFocused()
  await expect(page.getByText('unsaved change')).toHaveCount(0)
})

test('the page of findings has those of all pools, and keeps its filter in the address', async ({
  page,
  startEmulator,
  startConsole,
  expectAccessible,
}) => {
  await openDemo(page, startEmulator, startConsole)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Findings' }).click()
  const table = page.getByRole('table', { name: 'Findings' })
  await expect(page.getByText('16 open findings on 7 pools of demo')).toBeVisible()
  await expect(table.getByRole('rowheader')).toHaveCount(16)
  await expectAccessible(page)
  await page.getByRole('combobox', { name: 'Severity' }).selectOption('low')
  await expect(page).toHaveURL(/\?severity=low$/)
  const low = [
    'A login provider no longer exists',
    'More rules than the service documents',
    'A guest role is set while guest access is off',
  ]
  await expect(table.getByRole('rowheader')).toHaveText(low)
  await page.reload()
  await expect(table.getByRole('rowheader')).toHaveText(low)
})

test('an operator reads why a finding matters, and a sound pool has none', async ({ page, createPool }) => {
  const pool = await createPool({ AllowClassicFlow: false })
  await page.goto(`/test/pools/${pool.id}`)
  const guests = finding(openFindings(page), 'Guest access is on')
  await guests.getByText('Why it matters and what to do').click()
  await expect(guests.getByText('Security Hub Cognito.2')).toBeVisible()

  const sound = await createPool({
    AllowUnauthenticatedIdentities: false,
    AllowClassicFlow: false,
    SupportedLoginProviders: undefined,
  })
  await page.goto(`/test/pools/${sound.id}`)
  await expect(section(page)).toContainText('checks ran and found nothing.')
})

test('an admin suppresses a finding with a reason and reopens it, without a mouse', async ({
  page,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool({ AllowClassicFlow: false })
  await page.goto(`/test/pools/${pool.id}`)
  await page.getByRole('button', { name: 'Suppress: Guest access is on' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Suppress finding' })
  const reason = dialog.getByRole('textbox', { name: 'Reason' })
  await expect(reason).toBeVisible()
  await dialog.getByRole('button', { name: 'Suppress' }).press('Enter')
  await expect(reason).toHaveAccessibleDescription(/Say why this finding may stay/)
  await expectAccessible(page)
  await reason.fill('Visitors use the kiosk')
  await dialog.getByRole('button', { name: 'Suppress' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(finding(openFindings(page), 'Guest access is on')).toBeHidden()

  await page.goto(`/test/findings?q=${encodeURIComponent(pool.id)}`)
  const table = page.getByRole('table', { name: 'Findings' })
  await expect(table.getByRole('rowheader')).toHaveText(['A role is not set', 'A role is not set'])
  await page.getByRole('switch', { name: 'Show suppressed' }).check()
  await expect(table.getByRole('rowheader').filter({ hasText: 'Suppressed' })).toHaveText(/^Guest access is on/)
  await table.getByRole('link', { name: pool.name }).first().press('Enter')

  await page.getByText('1 suppressed finding').click()
  const suppressed = page.getByRole('list', { name: 'Suppressed findings' })
  await expect(suppressed).toContainText('Suppressed by Local operator')
  await expect(suppressed).toContainText('Visitors use the kiosk')
  await suppressed.getByRole('button', { name: 'Reopen: Guest access is on' }).press('Enter')
  await expect(finding(openFindings(page), 'Guest access is on')).toBeVisible()
  await expect(suppressed).toBeHidden()
})

test('a viewer sees findings and is told why they cannot be suppressed', async ({ page, createPool, startConsole }) => {
  const pool = await createPool()
  const console = await startConsole({ role: 'viewer' })
  await page.goto(`${console.url}/test/pools/${pool.id}`)
  const button = page.getByRole('button', { name: 'Suppress: Guest access is on' })
  await expect(button).toBeDisabled()
  await expect(button).toHaveAttribute('title', /the role admin may/)
})

test('what could not be read is told, not taken for sound, and is tried again', async ({
  page,
  createPool,
  fault,
  clearFaults,
  expectAccessible,
}) => {
  const pool = await createPool({ AllowClassicFlow: false, AllowUnauthenticatedIdentities: false })
  await fault({ operation: 'ListIdentities', error: 'AccessDeniedException', id: pool.id })
  await page.goto(`/test/pools/${pool.id}`)
  await expect(section(page)).toContainText('1 check did not run')
  await expect(section(page)).toContainText('AccessDeniedException')
  await expectAccessible(page)
  await clearFaults()
  await section(page).getByRole('button', { name: 'Try again' }).click()
  await expect(section(page)).toContainText('13 checks did not run')
  await expect(section(page)).toContainText('IAM is not read on the connection Test.')
  await expect(section(page)).not.toContainText('AccessDeniedException')
  await expect(section(page).getByRole('button', { name: 'Try again' })).toHaveCount(0)
})

test('the page of findings names pools that could not be checked, and exports all of it', async ({
  page,
  startEmulator,
  startConsole,
}) => {
  const emulator = await startEmulator()
  const console = await startConsole({
    config: { connections: [{ id: 'lake', name: 'Lake', endpoint: emulator.url, regions: ['us-east-1'] }] },
  })
  await page.goto(`${console.url}/lake/findings`)
  await expect(page.getByText('0 open findings on 0 pools of Lake')).toBeVisible()
  const names = ['=1+1', 'Locked']
  const ids = await Promise.all(
    names.map(async (IdentityPoolName) => {
      const command = new CreateIdentityPoolCommand({ IdentityPoolName, AllowUnauthenticatedIdentities: true })
      return (await emulator.client('us-east-1').send(command)).IdentityPoolId ?? ''
    }),
  )
  await emulator.fault({ operation: 'DescribeIdentityPool', error: 'AccessDeniedException', id: ids[1] ?? '' })
  await page.reload()
  await page.getByText('Not everything could be checked').click()
  await expect(page.getByRole('list', { name: 'Not checked' })).toContainText('1 pool was not checked')
  await expect(page.getByRole('list', { name: 'Not checked' })).toContainText('Locked')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const file = await downloading
  expect(file.suggestedFilename()).toBe('findings-lake.csv')
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(18)
  expect(lines.filter((line) => line.startsWith('not run,'))).toHaveLength(13)
  expect(lines.filter((line) => line.startsWith('open,'))).toHaveLength(3)
  expect(lines[1]).toContain(",'=1+1,")
  expect(lines.at(-1)).toMatch(/^not checked,.*,Locked,/)

  await emulator.clearFaults()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('table', { name: 'Findings' }).getByRole('link', { name: 'Locked' })).toHaveCount(3)
  await expect(page.getByRole('list', { name: 'Not checked' })).not.toContainText('Locked')
})
