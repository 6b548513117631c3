import { DescribeIdentityPoolCommand } from '@aws-sdk/client-cognito-identity'
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { connectionsOn, expect, test } from './fixtures.ts'
import { audited } from './fixtures/audit-log.ts'
import { startRegionalOutage } from './fixtures/regional-outage.ts'
import { poolPath } from './fixtures/paths.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'

const mark = () => randomUUID().slice(0, 8)
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

test('an operator sees the pools of both Regions in one table and narrows it', async ({ page, createPool }) => {
  const name = `Narrow ${mark()}`
  const american = await createPool({ name: `${name} A`, DeveloperProviderName: 'login.members.example' })
  const european = await createPool({
    name: `${name} B`,
    region: 'eu-west-1',
    AllowUnauthenticatedIdentities: false,
    SupportedLoginProviders: { 'graph.facebook.com': '1234567890', 'accounts.google.com': 'app.example' },
  })
  await page.goto('/test/pools')
  const filter = page.getByRole('textbox', { name: 'Filter by name or ID' })
  const rows = rowOf(page, name)

  await filter.fill(name.toUpperCase())
  await expect(page).toHaveURL(/\?q=NARROW\+/)
  await expect(page.getByText(/^2 (of \d+ )?pools$/)).toBeVisible()
  await expect(rows).toHaveCount(2)
  const first = rowOf(page, american.name)
  for (const cell of ['Guests on', 'Social Developer'])
    await expect(first.getByRole('cell', { name: cell, exact: true })).toBeVisible()
  const second = rowOf(page, european.name)
  for (const cell of ['Guests off', 'Social 2'])
    await expect(second.getByRole('cell', { name: cell, exact: true })).toBeVisible()

  await page.getByRole('combobox', { name: 'Region' }).selectOption('eu-west-1')
  await expect(page).toHaveURL(/&region=eu-west-1$/)
  await expect(rows).toHaveCount(1)
  await page.reload()
  await expect(filter).toHaveValue(name.toUpperCase())
  await expect(page.getByRole('combobox', { name: 'Region' })).toHaveValue('eu-west-1')
  await expect(rows).toHaveCount(1)
  await expect(second).toBeVisible()

  await filter.fill(american.id)
  await expect(page.getByText('No pool matches the filter')).toBeVisible()
  await page.getByRole('combobox', { name: 'Region' }).selectOption('All Regions')
  await expect(page.getByRole('link', { name: american.name })).toBeVisible()
  await expect(page.getByText(/^1 (of \d+ )?pools$/)).toBeVisible()
  await filter.fill(`${name} nothing`)
  await page.getByRole('button', { name: 'Clear filter' }).click()
  await expect(page).toHaveURL(/\/test\/pools$/)
})

test('a Region that fails shows its failure while the other one is listed', async ({
  page,
  emulator,
  createPool,
  startConsole,
}) => {
  const american = await createPool()
  const european = await createPool({ region: 'eu-west-1' })
  const outage = await startRegionalOutage(emulator, 'eu-west-1')
  const { url } = await startConsole({ config: { connections: connectionsOn(outage) } })
  await page.goto(`${url}/test/pools?q=${encodeURIComponent(american.name)}`)
  const failure = page.getByRole('alert').filter({ hasText: 'The pools of eu-west-1 could not be read' })
  await expect(failure).toContainText('ServiceUnavailableException')
  await expect(rowOf(page, american.name)).toBeVisible()
  await expect(page.getByText('The pools of us-east-1')).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Filter by name or ID' }).fill(european.name)
  await expect(page.getByText('No pool matches the filter')).toBeVisible()

  outage.end()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(rowOf(page, european.name)).toBeVisible()
  await expect(failure).toHaveCount(0)
  await outage.stop()
})

test('an admin deletes a pool only after typing its name', async ({ page, console, emulator, createPool, fault }) => {
  const pool = await createPool({ DeveloperProviderName: 'login.example.com' })
  await createPool()
  await page.goto(poolPath(pool))
  await chooseInMenu(page, 'Delete pool…')
  const dialog = page.getByRole('dialog', { name: `Delete ${pool.name}` })
  const typed = dialog.getByRole('textbox', { name: `Type ${pool.name} to confirm` })
  const remove = dialog.getByRole('button', { name: 'Delete pool' })
  await expect(dialog).toContainText('This cannot be undone')
  await expect(dialog).toContainText('Guests are refused.')
  await expect(dialog).toContainText('Nobody signs in to it through Facebook any more.')
  await expect(dialog).toContainText('nobody under login.example.com any more')
  await expect(remove).toBeDisabled()
  await typed.fill(pool.name.toLowerCase())
  await typed.press('Enter')
  await expect(remove).toBeDisabled()
  await typed.fill(pool.name)

  await fault({ operation: 'DeleteIdentityPool', error: 'AccessDeniedException', id: pool.id, count: 1 })
  await remove.click()
  await expect(dialog.getByRole('alert')).toContainText('The pool was not deleted')
  await expect(dialog.getByRole('alert')).toContainText('cognito-identity:DeleteIdentityPool')
  await expect(typed).toHaveValue(pool.name)
  const describe = () => emulator.client(pool.region).send(new DescribeIdentityPoolCommand({ IdentityPoolId: pool.id }))
  expect((await describe()).IdentityPoolName).toBe(pool.name)

  await remove.click()
  await expect(page).toHaveURL(/\/test\/pools$/)
  await expect(page.getByText(`Deleted ${pool.name}`)).toBeVisible()
  await page.getByRole('textbox', { name: 'Filter by name or ID' }).fill(pool.name)
  await expect(page.getByText('No pool matches the filter')).toBeVisible()
  await expect(describe()).rejects.toThrow('not found')
  expect(await audited(console, pool.id), 'another name deleted nothing').toEqual([
    'DeleteIdentityPool succeeded',
    'DeleteIdentityPool failed',
  ])
})

test('an admin learns how many identities a pool has before deleting it', async ({
  page,
  createPool,
  seedIdentities,
  fault,
}) => {
  const pool = await createPool()
  await seedIdentities(pool, { guests: 50, authenticated: 15, disabled: 2 })
  await page.goto(poolPath(pool))
  await chooseInMenu(page, 'Delete pool…')
  const dialog = page.getByRole('dialog', { name: `Delete ${pool.name}` })
  await expect(dialog).toContainText('How many identities it has is unknown')
  await fault({ operation: 'ListIdentities', error: 'AccessDeniedException', id: pool.id, count: 1 })
  await dialog.getByRole('button', { name: 'Count them' }).click()
  await expect(dialog.getByRole('status')).toHaveText('The count failed after 0 identities.')
  await expect(dialog).toContainText('AWS refused ListIdentities')
  await dialog.getByRole('button', { name: 'Count again' }).click()
  await expect(dialog.getByRole('status')).toHaveText(
    'It has 67 identities: 50 without a login, 15 with logins, 2 disabled.',
  )
})

test('pools that were sorted once are sorted again when a filter leads back to them', async ({ page, createPool }) => {
  const [one, other] = [mark(), mark()]
  for (const name of [one, other]) {
    await createPool({ name: `${name} a`, AllowUnauthenticatedIdentities: true })
    await createPool({ name: `${name} b`, AllowUnauthenticatedIdentities: false })
  }
  await page.goto('/test/pools')
  const rows = page.getByRole('table', { name: 'Identity pools' }).getByRole('row')
  const names = rows.filter({ has: page.getByRole('rowheader') })
  const filter = page.getByRole('textbox', { name: 'Filter by name or ID' })
  await filter.fill(one)
  await expect(names).toHaveText([new RegExp(`${one} a`), new RegExp(`${one} b`)])
  await page.getByRole('columnheader', { name: 'Guest access' }).getByRole('button').click()
  for (const name of [one, other, one]) {
    await filter.fill(name)
    await expect(names).toHaveText([new RegExp(`${name} b`), new RegExp(`${name} a`)])
  }
})
