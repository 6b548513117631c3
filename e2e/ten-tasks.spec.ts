import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { describePool } from './fixtures/access.ts'
import { plantHistory } from './fixtures/audit-log.ts'
import { countingHand } from './fixtures/counting-hand.ts'
import { boxOf } from './fixtures/deletion.ts'
import { roleArn } from './fixtures/iam.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { poolPath } from './fixtures/paths.ts'
import { createPool, seedIdentities } from './fixtures/pools.ts'
import { everyProvider, googleRules, rolesOf, setRoles } from './fixtures/roles.ts'

const DAY_MS = 86_400_000
const POOLS = '/production/pools'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const poolLink = (page: Page, { name }: { name: string }) =>
  page.getByRole('table', { name: 'Identity pools' }).getByRole('link', { name })
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name, exact: true })

test('ten tasks of daily work take no more clicks and keys than they did', async ({
  page,
  startEmulator,
  startConsole,
}) => {
  test.slow()
  const emulator = await startEmulator()
  const shared = { endpoint: emulator.url, regions: ['us-east-1', 'eu-west-1'] }
  const connections = [
    { id: 'production', name: 'Production', ...shared },
    { id: 'staging', name: 'Staging', ...shared },
  ]
  const console = await startConsole({ config: { connections } })
  const web = await createPool(emulator, { ...everyProvider, name: 'Northwind Web', AllowClassicFlow: false })
  await setRoles(emulator, web, googleRules('red', 'green'))
  const partners = await createPool(emulator, { name: 'Partner Access', region: 'eu-west-1' })
  const survey = await createPool(emulator, { name: 'Field Survey', AllowClassicFlow: true })
  const tried = await createPool(emulator, { name: 'Checkout test' })
  const guests = await seedIdentities(emulator, tried, { guests: 8 })
  await seedIdentities(emulator, tried, { authenticated: 70, disabled: 10 })
  const ids = await listIdentities(emulator, tried)
  const ago = (days: number) => ({ at: Date.now() - days * DAY_MS, connection: 'production' })
  plantHistory(console, partners, [
    ...Array.from({ length: 5 }, () => ({ operation: 'DeleteIdentityPool', ...ago(8) })),
    { operation: 'DeleteIdentityPool', ...ago(1) },
    { ...ago(1) },
    ...Array.from({ length: 40 }, () => ({ operation: 'SetIdentityPoolRoles', ...ago(0) })),
  ])
  const hand = countingHand(page)
  const review = page.getByRole('dialog', { name: 'Review changes' })

  async function task(name: string, most: number, work: () => Promise<void>) {
    hand.begin()
    await test.step(name, work)
    test.info().annotations.push({ type: name, description: String(hand.count) })
    expect(hand.count, name).toBeLessThanOrEqual(most)
  }
  const roleOfRule2 = async () =>
    (await rolesOf(emulator, web)).RoleMappings['accounts.google.com']?.RulesConfiguration?.Rules?.[1]?.RoleARN

  await page.goto(`${console.url}${POOLS}`)
  await task("change one rule's role", 7, async () => {
    await hand.click(poolLink(page, web))
    await hand.click(tab(page, 'Roles'))
    const line = page.getByRole('button', { name: 'Edit rule 2:' })
    await hand.click(line.getByText('green', { exact: true }).last())
    await expect(page.getByLabel('Role of rule 2')).toBeFocused()
    await hand.paste(roleArn('blue'))
    await hand.click(button(page, 'Review changes'))
    await hand.click(button(page, 'Save roles'))
    await expect.poll(roleOfRule2).toBe(roleArn('blue'))
  })
  await task('undo a change', 2, async () => {
    await hand.click(button(page, 'Undo'))
    await hand.click(button(page, 'Restore'))
    await expect.poll(roleOfRule2).toBe(roleArn('green'))
  })

  await page.goto(`${console.url}${POOLS}`)
  await task("find who is guest in last week's test pool", 4, async () => {
    await hand.click(poolLink(page, tried))
    await hand.click(tab(page, 'Identities'))
    const byState = page.getByRole('columnheader', { name: 'State' }).getByRole('button')
    await hand.click(byState)
    await hand.click(byState)
    const states = page
      .getByRole('table', { name: 'Identities' })
      .getByRole('cell', { name: /^(Guest|Authenticated)$/ })
    await expect(states.nth(guests.length - 1)).toHaveText('Guest')
    await expect(states.nth(guests.length)).not.toHaveText('Guest')
    for (const id of guests) await expect(boxOf(page, id)).toBeInViewport()
  })

  await page.goto(`${console.url}${POOLS}`)
  await task('look at five identities of a selection and go back', 10, async () => {
    await hand.click(poolLink(page, tried))
    await hand.click(tab(page, 'Identities'))
    await hand.click(boxOf(page, ids[0]))
    await hand.click(boxOf(page, ids[4]), 'Shift')
    await hand.press('o')
    const details = page.getByRole('complementary', { name: 'Details' })
    const title = details.getByRole('heading', { level: 2 })
    await expect(title).toContainText(ids[4] ?? '')
    await expect(title).toBeFocused()
    for (const id of ids.slice(0, 4).toReversed()) {
      await hand.press('ArrowUp')
      await expect(title).toContainText(id)
    }
    await hand.press('Escape')
    await expect(details).toHaveCount(0)
    await expect(page.getByText('5 selected', { exact: true })).toBeVisible()
  })

  await page.goto(`${console.url}${POOLS}`)
  await task('fix a finding', 4, async () => {
    await hand.click(poolLink(page, survey))
    await hand.click(page.getByRole('link', { name: 'Fix: Basic (classic) flow is on' }))
    await hand.click(button(page, 'Review changes'))
    await hand.click(review.getByRole('button', { name: 'Save changes' }))
    await expect.poll(async () => (await describePool(emulator, survey)).AllowClassicFlow).toBe(false)
  })

  await page.goto(`${console.url}${POOLS}`)
  await task('compare two pools', 3, async () => {
    await hand.click(poolLink(page, web))
    await expect(page.getByText('Copy pool ARN')).toBeAttached()
    await hand.press('c')
    await expect(page.getByRole('combobox', { name: 'Right: pool' })).toBeFocused()
    await hand.type('P')
    await expect(page.getByRole('columnheader', { name: partners.name })).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: /^\d+ differences$/ })).toBeVisible()
  })

  await page.goto(`${console.url}${POOLS}`)
  await task("find yesterday's deletion", 2, async () => {
    await hand.click(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit log' }))
    await hand.click(button(page, 'Yesterday'))
    const entries = page.getByRole('table', { name: 'Audit log' }).getByRole('rowheader')
    await expect(entries).toHaveText(['Change configuration', 'Delete pool'])
    await expect(button(page, 'Show all times')).toBeFocused()
  })

  await task("open a pool's roles from anywhere", 3, async () => {
    await hand.click(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Pools' }))
    await hand.click(poolLink(page, partners))
    await hand.click(tab(page, 'Roles'))
    await expect(page.getByLabel('Authenticated role', { exact: true })).toBeEnabled()
    await expect(page).toHaveTitle(`Roles · ${partners.name} · Lifeguard`)
  })

  await task('switch connection and return', 3, async () => {
    await hand.click(button(page, 'Connection: Production'))
    await hand.click(page.getByRole('link', { name: 'Staging' }))
    await expect(page).toHaveURL(/\/staging\/pools$/)
    await hand.back()
    await expect(page).toHaveURL(`${console.url}${poolPath(partners, 'production')}/roles`)
    await expect(button(page, 'Connection: Production')).toBeVisible()
  })

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${console.url}${POOLS}`)
  await task("copy a pool's ARN", 2, async () => {
    await hand.click(poolLink(page, partners))
    await hand.click(button(page, 'Copy pool ARN'))
    const arn = new RegExp(`^arn:aws:cognito-identity:eu-west-1:\\d{12}:identitypool/${partners.id}$`)
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(arn)
  })
})
