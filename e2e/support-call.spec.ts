import { expect, test } from './fixtures.ts'
import { plantHistory } from './fixtures/audit-log.ts'
import { linkUsers } from './fixtures/people.ts'
import { createPool } from './fixtures/pools.ts'

const FACEBOOK = 'graph.facebook.com'
const memberPool = { DeveloperProviderName: 'login.members.example' }

test('whoever may not write sees everything of an identity and is told why nothing can be done', async ({
  page,
  createPool,
  emulator,
  startConsole,
}) => {
  const pool = await createPool(memberPool)
  await linkUsers(emulator, pool, { users: ['ada'], logins: { [FACEBOOK]: 'fb-ada' } })
  const { url } = await startConsole({ role: 'viewer' })
  const reasons = [
    [`${url}/test`, 'Your role, viewer, may not do this; the role support or admin may.'],
    ['/readonly', 'The connection Read only is read-only.'],
  ] as const
  for (const [connection, reason] of reasons) {
    await page.goto(`${connection}/find`)
    await page.getByRole('textbox', { name: 'Who is it?' }).fill('ada')
    await page.keyboard.press('Enter')
    await page
      .getByRole('region', { name: `ada in ${pool.name}` })
      .getByRole('link', { name: 'Open identity' })
      .click()
    for (const name of ['Unlink ada', 'Unlink Facebook', 'Link identifier', 'Add note']) {
      await expect(page.getByRole('button', { name })).toBeDisabled()
      await expect(page.getByRole('button', { name })).toHaveAttribute('title', reason)
    }
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Delete identity…' })).toBeDisabled()
    await expect(page.getByRole('button', { name: 'Delete identity…' })).toHaveAccessibleDescription(reason)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('textbox', { name: 'New note' })).toBeDisabled()
    await expect(page.getByRole('region', { name: 'Notes' }).getByText(reason)).toBeVisible()
    await expect(page.getByRole('region', { name: 'Role' }).getByRole('listitem').first()).toBeVisible()
  }
})

test('a support agent takes a whole call: find, compare, merge, unlink the stale login, read the audit', async ({
  page,
  startEmulator,
  startConsole,
}) => {
  const emulator = await startEmulator()
  const pool = await createPool(emulator, { ...memberPool, name: 'Members' })
  const first = await linkUsers(emulator, pool, { users: ['member-1'], logins: { [FACEBOOK]: 'fb-ada' } })
  const second = await linkUsers(emulator, pool, { users: ['ada@example.com', 'ada@old.example'] })
  const console = await startConsole({
    role: 'support',
    config: { connections: [{ id: 'desk', endpoint: emulator.url, regions: ['us-east-1'] }] },
  })
  const { url } = console
  const ofAnother = { operation: 'MergeDeveloperIdentities', connection: 'desk' }
  plantHistory(console, await createPool(emulator), [ofAnother, ofAnother])
  await page.goto(`${url}/desk/find`)
  await page.getByRole('textbox', { name: 'Who is it?' }).fill('member-1')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Merge with another user' }).click()

  await expect(page.getByRole('textbox', { name: 'Keep the identity of' })).toHaveValue('member-1')
  await page.getByRole('textbox', { name: 'Move everything from' }).fill('ada@example.com')
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('region', { name: 'Identity that stays' }).getByRole('link', { name: first }),
  ).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Identity that moves' }).getByRole('link', { name: second }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Merge identities' }).click()
  await page.getByRole('button', { name: 'Merge 2 identities' }).click()
  const merged = page.getByRole('region', { name: 'Merged' })
  await expect(merged.getByText('Merged, and as the preview said')).toBeVisible()

  await merged.getByRole('status').getByRole('link', { name: first }).click()
  await page.getByRole('button', { name: 'Unlink ada@old.example' }).click()
  const unlinking = page.getByRole('dialog', { name: 'Unlink ada@old.example' })
  await unlinking.getByRole('button', { name: 'Unlink', exact: true }).click()
  await expect(unlinking).toBeHidden()
  await expect(page.getByRole('button', { name: 'Unlink ada@old.example' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Unlink ada@example.com' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unlink Facebook' })).toBeVisible()

  const about = page.getByRole('region', { name: 'Audit entries' })
  await expect(about.getByRole('listitem')).toContainText([
    'Unlink developer user identifier',
    'Merge developer identities',
  ])
  await about.getByRole('link', { name: 'Open in the audit log' }).click()
  const log = page.getByRole('table', { name: 'Audit log' })
  const rows = log.getByRole('row').filter({ has: page.getByRole('rowheader') })
  await expect(rows).toContainText([
    /Unlink developer user identifier.*Succeeded.*Local operator \(support\).*desk/,
    /Merge developer identities.*Succeeded.*Local operator \(support\).*desk/,
  ])
  await expect(page.getByText('All 2 entries are loaded.')).toBeVisible()

  await page.goto(`${url}/desk/identities/${second}?pool=${pool.id}`)
  await expect(about.getByRole('listitem')).toContainText(['Merge developer identities'])
  await about.getByRole('link', { name: 'Open in the audit log' }).click()
  await expect(rows).toHaveText([/Merge developer identities.*Succeeded.*Local operator \(support\)/])
  await log.getByRole('link', { name: 'Merge developer identities' }).click()
  const entry = page.getByRole('complementary', { name: 'Details' })
  for (const name of [first, second, 'Open the pool’s history'])
    await expect(entry.getByRole('link', { name })).toBeVisible()
})
