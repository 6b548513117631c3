import { DescribeIdentityCommand, GetIdCommand } from '@aws-sdk/client-cognito-identity'
import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import type { Emulator } from './fixtures/emulator.ts'
import { filesContain } from './fixtures/files-contain.ts'
import { createPool } from './fixtures/pools.ts'
import { linkUsers } from './fixtures/people.ts'
import { connectionsOf, PROVIDER, scatteredPerson, settings } from './fixtures/scattered-person.ts'
import { verifiedChain } from './fixtures/verified-chain.ts'

interface Saved {
  identities: { identityId: string; requestId: string | null }[]
}

/** Counts the presses that a person makes: clicks, and Enter in a form. */
function countedPresses(page: Page) {
  let presses = 0
  return {
    click: async (name: string, role: 'button' | 'link', within = page.locator('body')) => {
      presses += 1
      await within.getByRole(role, { name, exact: true }).click()
    },
    count: () => presses,
  }
}

const isGone = (emulator: Emulator, identityId: string) =>
  emulator
    .client(identityId.split(':')[0] ?? '')
    .send(new DescribeIdentityCommand({ IdentityId: identityId }))
    .then(
      () => false,
      () => true,
    )

test('a person is erased everywhere in a few clicks, and only the printed record says who it was', async ({
  page,
  startEmulator,
  startConsole,
  expectAccessible,
}) => {
  const [shop, loyalty] = [await startEmulator(), await startEmulator()]
  const { ids, stranger, users } = await scatteredPerson(shop, loyalty)
  const console = await startConsole({
    config: { connections: connectionsOf(shop, loyalty), audit: { erase: true } },
  })
  // The log knows the person already, and so does a note.
  await page.goto(`${console.url}/shop/identities/${ids[0]}`)
  await page.getByRole('textbox', { name: 'New note' }).fill('Called about jane.doe@example.com')
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.getByText('Called about jane.doe@example.com').first()).toBeVisible()

  const { click, count } = countedPresses(page)
  await page.goto(`${console.url}/shop/find`)
  await page.getByRole('textbox', { name: 'Who is it?' }).fill('jane-48213')
  await click('Find', 'button')
  await click('Erase a person', 'link')
  await expect(page.getByRole('textbox', { name: 'Identifiers' })).toHaveValue('jane-48213')
  expect(new URL(page.url()).href).toBe(`${console.url}/erase`)
  await click('Search everywhere', 'button')
  const rows = page.getByRole('table', { name: 'What will be erased' }).getByRole('rowgroup').last().getByRole('row')
  await expect(page.getByRole('button', { name: 'Erase 4 identities' })).toBeVisible()
  await expect(rows).toHaveCount(4)
  for (const id of ids) await expect(page.getByRole('checkbox', { name: `Erase ${id}` })).toBeChecked()
  await expect(rows.filter({ hasText: ids[3] })).toContainText('Loyalty')
  await expect(page.getByRole('list', { name: 'Could not be searched' })).toContainText(
    /Loyalty: the pool Guests only \(.+\) has no developer provider/,
  )
  await expectAccessible(page)
  await click('Erase 4 identities', 'button')
  const dialog = page.getByRole('dialog', { name: 'Erase 4 identities' })
  const erase = dialog.getByRole('button', { name: 'Erase 4 identities' })
  await dialog.getByLabel('Reason or ticket number').fill('Asked by JANE.DOE@example.com')
  await dialog.getByLabel('Type 4 or erase to confirm').fill('Erase')
  await expect(erase).toBeDisabled()
  await expect(dialog.getByText('Give a reason that does not name the person.')).toBeVisible()
  await dialog.getByLabel('Reason or ticket number').fill('DP-2026-17')
  await expectAccessible(page)
  await click('Erase 4 identities', 'button', dialog)

  await expect(page.getByRole('heading', { name: 'Erasure record' })).toBeVisible()
  await expect(page.getByText('Everything that was chosen is erased.')).toBeVisible()
  expect(count()).toBeLessThanOrEqual(8)

  // What the record says is so.
  for (const id of ids.slice(0, 3)) expect(await isGone(shop, id)).toBe(true)
  expect(await isGone(loyalty, ids[3] ?? '')).toBe(true)
  expect(await isGone(loyalty, stranger)).toBe(false)
  const recorded = page.getByRole('table', { name: 'Erased identities' })
  for (const id of ids)
    await expect(recorded.getByRole('row').filter({ hasText: id })).toContainText('gone when looked for again')
  for (const text of [...users, PROVIDER, 'Members West', 'Points']) await expect(recorded).toContainText(text)
  await expect(page.getByText('DP-2026-17')).toBeVisible()
  await expect(page.getByText('1 note deleted.')).toBeVisible()
  await expect(page.getByText(/^Who the person is was erased from \d+ entr(y|ies) of the audit log\.$/)).toHaveCount(2)
  await expectAccessible(page)

  // Nothing that Lifeguard keeps has the person any more, and the log is whole.
  for (const user of users) expect(await filesContain(console.dataDirectory, user), user).toBe(false)
  expect(await filesContain(console.dataDirectory, 'DP-2026-17')).toBe(true)
  expect(await verifiedChain(console)).toMatchObject({ code: 0, said: expect.stringMatching(/whole; \d+ erased/) })

  await test.step('the record is not left without a copy of it', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit log' }).click()
    const leave = page.getByRole('dialog', { name: 'Leave without saving?' })
    await expect(leave).toContainText('only thing')
    await leave.getByRole('button', { name: 'Stay' }).click()
    await expect(leave).toHaveCount(0)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download JSON' }).click()
    const saved: Saved = JSON.parse(await readFile(await (await download).path(), 'utf8'))
    expect(saved.identities.map(({ identityId }) => identityId).toSorted()).toEqual(ids.toSorted())
    expect(saved.identities.every(({ requestId }) => requestId !== null)).toBe(true)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit log' }).click()
    const entry = page.getByRole('table', { name: 'Audit log' }).getByRole('row').filter({ hasText: 'Erase a person' })
    await expect(entry).toContainText('4 identities on 2 connections')
    await expect(entry).toContainText(/Shop, Loyalty|Loyalty, Shop/)
    await entry.getByRole('link', { name: 'Erase a person' }).click()
    const told = page.getByRole('complementary', { name: 'Details' })
    await expect(told.getByRole('heading', { name: 'Erase a person · 4 identities on 2 connections' })).toBeVisible()
    await told.getByText(/^The \d+ steps of this erasure$/).click()
    await expect(told.getByRole('list', { name: 'Batches' })).toContainText('Delete identities, Loyalty')
    await expect(told.getByRole('list', { name: 'Batches' })).toContainText('Notes deleted: 1')
    await expectAccessible(page)
    await told.getByRole('link', { name: 'Open the record' }).click()
    await expect(page.getByRole('heading', { name: 'Erasure record' })).toBeVisible()
  })

  await test.step('what the log has of the record says everything but who it was', async () => {
    await page.reload()
    await expect(page.getByText('As the audit log has it.')).toBeVisible()
    await expect(recorded).toContainText('Members West')
    await expect(recorded.getByRole('row').filter({ hasText: ids[0] })).toContainText('no longer told by the audit log')
    for (const user of users) await expect(page.getByText(user)).toHaveCount(0)
  })
})

test('an erasure that meets a refusal says what is left, and goes on from there', async ({
  page,
  startEmulator,
  startConsole,
}) => {
  const [shop, loyalty] = [await startEmulator(), await startEmulator()]
  const { ids, users, members } = await scatteredPerson(shop, loyalty)
  const { url } = await startConsole({ role: 'support', config: { connections: connectionsOf(shop, loyalty) } })
  await page.goto(`${url}/shop/identities/${ids[0]}?pool=${members.id}`)
  await expect(page.getByRole('button', { name: 'Unlink jane-48213' })).toBeVisible()
  await page.getByRole('definition').getByRole('link', { name: 'Erase a person' }).click()
  const box = page.getByRole('textbox', { name: 'Identifiers' })
  await expect(box).toHaveValue(`${ids[0]}\njane-48213\njane.doe@example.com`)

  // With the keyboard alone.
  await box.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const erase = page.getByRole('button', { name: 'Erase 4 identities' })
  await expect(erase).toBeVisible()
  await page.getByRole('checkbox', { name: `Erase ${ids[1]}` }).focus()
  await page.keyboard.press('Space')
  await shop.fault({ operation: 'DeleteIdentities', error: 'AccessDenied', id: ids[0] ?? '' })
  await loyalty.fault({ operation: 'DeleteIdentities', error: 'Disconnect', when: 'after', count: 1 })
  await page.getByRole('button', { name: 'Erase 3 identities' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Erase 3 identities' })
  await expect(dialog).toContainText('this Lifeguard does not erase from it')
  await dialog.getByLabel('Type 3 or erase to confirm').focus()
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')

  await expect(page.getByText('Not everything is erased: 2 of 3 erased.')).toBeVisible()
  const row = (id = '') =>
    page.getByRole('table', { name: 'Erased identities' }).getByRole('row').filter({ hasText: id })
  await expect(row(ids[0])).toContainText('Still there')
  await expect(row(ids[0])).toContainText('The credentials lack cognito-identity:DeleteIdentities')
  await expect(row(ids[3])).toContainText('No answer came to its deletion. It was gone when it was looked for again.')
  expect([await isGone(shop, ids[0] ?? ''), await isGone(shop, ids[1] ?? '')]).toEqual([false, false])
  await shop.clearFaults()
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByText('Everything that was chosen is erased.')).toBeVisible()
  expect([await isGone(shop, ids[0] ?? ''), await isGone(shop, ids[1] ?? '')]).toEqual([true, false])

  await test.step('it is opened again from the log, which was left as it is', async () => {
    await page.reload()
    await expect(page.getByText('As the audit log has it.')).toBeVisible()
    for (const id of [ids[0], ids[2], ids[3]]) await expect(row(id)).toContainText('Erased, and gone')
    await expect(row(ids[1])).toHaveCount(0)
    await expect(row(ids[3])).toContainText(users[3] ?? '')
    await expect(page.getByText(/of the audit log still says? who the person is\.$/).first()).toBeVisible()
  })
})

test('a person is searched as far as it goes, and what was out of reach is named', async ({
  page,
  startEmulator,
  startConsole,
}) => {
  const shop = await startEmulator()
  const members = await createPool(shop, { name: 'Members', ...settings })
  const refused = await createPool(shop, { name: 'Refused', ...settings })
  const id = await linkUsers(shop, members, { users: ['kim'] })
  await shop.client('us-east-1').send(new GetIdCommand({ IdentityPoolId: members.id }))
  await shop.fault({ operation: 'LookupDeveloperIdentity', error: 'AccessDeniedException', id: refused.id })
  const { url } = await startConsole({
    role: 'support',
    config: {
      connections: [
        { id: 'shop', name: 'Shop', endpoint: shop.url, regions: ['us-east-1'] },
        { id: 'look', name: 'Shop, look only', endpoint: shop.url, regions: ['us-east-1'], readOnly: true },
        { id: 'down', name: 'Down', endpoint: 'http://127.0.0.1:9', regions: ['us-east-1'] },
        { id: 'admins', name: 'For admins', endpoint: shop.url, regions: ['us-east-1'], roles: ['admin'] },
      ],
    },
  })
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${url}/erase`)
  const token = `eyJhbGciOiJub25lIn0.${Buffer.from('{"sub":"kim"}').toString('base64url')}.c2lnbmF0dXJl`
  const box = page.getByRole('textbox', { name: 'Identifiers' })
  await box.fill(`{"user": "kim"},\nAuthorization: Bearer ${token}`)
  await expect(page.getByText('A line holds a token.')).toBeVisible()
  await page.getByRole('button', { name: 'Search everywhere' }).click()
  await expect(page.getByRole('button', { name: 'Erase 1 identity' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: id })).toContainText('Shop, Shop, look only')
  const missed = page.getByRole('list', { name: 'Could not be searched' })
  await expect(missed).toContainText(/Shop: the pool Refused \(.+\) refused to answer \(AccessDeniedException/)
  await expect(missed).toContainText('Down: the Region us-east-1 did not answer')
  await expect(missed).toContainText('Shop, look only: the connection is read-only')
  await expect(missed).toContainText('1 connection that your role, support, may not use')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  await box.fill('nobody-1')
  await expect(page.getByRole('table', { name: 'What will be erased' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Search everywhere' }).click()
  await expect(page.getByText('No identity of this person was found')).toBeVisible()
})
