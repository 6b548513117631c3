import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'
import { closeReport, confirmOne, dialogOf, expectSaid } from './fixtures/deletion.ts'
import { linkUsers } from './fixtures/people.ts'
import { identitiesPath, identityPath } from './fixtures/paths.ts'

const PROVIDER = 'login.members.example'
const members = { DeveloperProviderName: PROVIDER }

const look = async (page: Page, text: string) => {
  await page.goto('/test/find')
  await page.getByRole('textbox', { name: 'Who is it?' }).fill(text)
  await page.keyboard.press('Enter')
}
const gone = (page: Page) => page.getByRole('alert').filter({ hasText: 'This identity is gone' })
const changed = (page: Page) => page.getByRole('alert').filter({ hasText: 'This identity was changed meanwhile' })
const unlink = async (page: Page, user: string) => {
  await page.getByRole('button', { name: `Unlink ${user}` }).click()
  await dialogOf(page).getByRole('button', { name: 'Unlink', exact: true }).click()
  await expect(dialogOf(page)).toBeHidden()
}

test('a deleted identity is gone at once in its tab, in another tab, and at the next click of a colleague', async ({
  page,
  context,
  newBrowser,
  createPool,
  emulator,
  expectAccessible,
}) => {
  const pool = await createPool(members)
  const erin = `erin-${pool.id.slice(-8)}`
  const identityId = await linkUsers(emulator, pool, { users: [erin] })
  const listed = await context.newPage()
  await listed.goto(identitiesPath(pool))
  await expect(listed.getByRole('link', { name: identityId })).toBeVisible()
  const colleagues = await newBrowser()
  const colleague = await colleagues.newPage()
  await look(colleague, erin)
  await colleague.getByRole('link', { name: 'Open identity' }).click()
  await expect(colleague.getByRole('button', { name: `Unlink ${erin}` })).toBeVisible()

  await look(page, erin)
  await page
    .getByRole('region', { name: `${erin} in ${pool.name}` })
    .getByRole('link', { name: 'Open identity' })
    .click()
  await expect(page).toHaveTitle(`${erin} · ${pool.name} · Lifeguard`)
  await page.getByRole('textbox', { name: 'New note' }).fill('Called about her order.')
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.getByRole('list', { name: 'Notes' })).toContainText('Called about her order.')
  await colleague.getByRole('heading', { name: 'Notes' }).click()
  await expect(colleague.getByRole('list', { name: 'Notes' })).toContainText('Called about her order.')
  await chooseInMenu(page, 'Delete identity…')
  const question = dialogOf(page)
  for (const told of [identityId, 'Authenticated', erin, pool.name, 'Test', 'developer tokens for up to 24 hours'])
    await expect(question).toContainText(told)
  await expect(question.getByRole('button', { name: 'Delete 1 identity', exact: true })).toHaveAccessibleDescription(
    'Type delete to go on.',
  )
  await expectAccessible(page)
  await confirmOne(page, 'DELETE')
  await expectSaid(page, 'Deleted 1 identity.')
  await closeReport(page)
  await expect(gone(page)).toContainText('Local operator deleted it')
  await expectAccessible(page)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Find', exact: true }).click()
  await expect(page.getByText('Recent people')).toHaveCount(0)
  await expect(page.getByRole('region', { name: `${erin} in ${pool.name}` })).toHaveCount(0)
  await expect(listed.getByText('No identities yet')).toBeVisible()

  await colleague.getByRole('button', { name: `Unlink ${erin}` }).click()
  await expect(gone(colleague)).toContainText('Local operator deleted it')
  await expect(colleague.getByRole('button', { name: 'More', exact: true })).toHaveCount(0)
  await colleague.goBack()
  await colleague.getByRole('textbox', { name: 'Who is it?' }).fill(erin)
  await colleague.keyboard.press('Enter')
  await expect(colleague.getByRole('link', { name: 'Open identity' })).toHaveCount(0)
  await colleagues.close()
})

test('deleted in bulk, identities are gone from pages that show them', async ({
  page,
  context,
  createPool,
  seedIdentities,
}) => {
  const pool = await createPool()
  const [first = '', second = ''] = await seedIdentities(pool, { guests: 2, authenticated: 1 })
  const other = await context.newPage()
  await other.goto(identityPath(first))
  await expect(other.getByText('A visitor who never signed in.')).toBeVisible()
  await page.goto(identitiesPath(pool))
  await page.getByRole('link', { name: second }).click()
  await expect(page.getByText('A visitor who never signed in.')).toBeVisible()
  await page.goBack()
  await page.getByRole('checkbox', { name: 'Select all loaded' }).click()
  await page.getByRole('button', { name: 'Delete 3 identities', exact: true }).click()
  await expect(dialogOf(page)).toContainText('3 identities: 1 authenticated, 2 guests')
  await dialogOf(page).getByRole('textbox', { name: 'Type 3 to confirm' }).fill('3')
  await dialogOf(page).getByRole('button', { name: 'Delete 3 identities', exact: true }).click()
  await expectSaid(page, 'Deleted 3 identities.')
  await closeReport(page)
  await expect(gone(other)).toContainText('Local operator deleted it')
  await page.goForward()
  await expect(gone(page)).toBeVisible()
})

test('what a colleague links, unlinks or merges is told at the next click, with the way to the other side', async ({
  page,
  newBrowser,
  createPool,
  emulator,
}) => {
  const pool = await createPool(members)
  const names = ['ada', 'ada.mail', 'ada-2'].map((name) => `${name}-${pool.id.slice(-6)}`)
  const [ada = '', mail = '', twin = ''] = names
  const first = await linkUsers(emulator, pool, { users: [ada, mail] })
  const second = await linkUsers(emulator, pool, { users: [twin] })
  const colleagues = await newBrowser()
  const colleague = await colleagues.newPage()
  for (const one of [page, colleague]) {
    await one.goto(`${identityPath(first)}?pool=${pool.id}`)
    await expect(one.getByRole('button', { name: `Unlink ${mail}` })).toBeVisible()
  }
  await unlink(page, mail)
  await expect(page.getByRole('button', { name: `Unlink ${mail}` })).toHaveCount(0)
  await expect(changed(page), 'an act of one’s own is no news').toHaveCount(0)
  await colleague.getByRole('heading', { name: 'Logins' }).click()
  await expect(changed(colleague)).toContainText(
    `Unlink developer user identifier (${mail}), by Local operator (admin)`,
  )
  await expect(colleague.getByRole('button', { name: `Unlink ${mail}` })).toHaveCount(0)
  await colleague.getByRole('button', { name: 'Understood' }).click()
  await expect(changed(colleague)).toHaveCount(0)

  await page.getByRole('button', { name: 'Link identifier' }).click()
  await dialogOf(page).getByRole('textbox', { name: 'Developer user identifier' }).fill(mail)
  await dialogOf(page).getByRole('button', { name: 'Link identifier' }).click()
  await expect(page.getByRole('button', { name: `Unlink ${mail}` })).toBeVisible()
  await colleague.getByRole('heading', { name: 'Logins' }).click()
  await expect(changed(colleague)).toContainText('Link developer user identifier')
  await expect(colleague.getByRole('button', { name: `Unlink ${mail}` })).toBeVisible()

  await page.goto(`${identityPath(second)}?pool=${pool.id}`)
  await page.getByRole('textbox', { name: 'New note' }).fill('Has two accounts.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('list', { name: 'Notes' })).toContainText('Has two accounts.')
  await colleague.goto(`${identityPath(second)}?pool=${pool.id}`)
  await expect(colleague.getByRole('button', { name: `Unlink ${twin}` })).toBeVisible()
  await page.getByRole('region', { name: 'What the person says' }).getByRole('link', { name: 'merge the two' }).click()
  await expect(page.getByRole('textbox', { name: 'Move everything from' })).toHaveValue(second)
  await page.getByRole('textbox', { name: 'Keep the identity of' }).fill(ada)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Merge identities' }).click()
  await dialogOf(page).getByRole('button', { name: 'Merge 2 identities' }).click()
  await expect(page.getByRole('region', { name: 'Merged' })).toBeVisible()
  await colleague.getByRole('heading', { name: 'Logins' }).click()
  await expect(changed(colleague)).toContainText(`Merge developer identities (${twin} into ${ada})`)
  await expect(colleague.getByText('Disabled', { exact: true })).toBeVisible()
  const state = colleague.getByRole('region', { name: 'State' })
  await expect(state.getByText('Merged into another identity')).toBeVisible()
  await expect(state.getByRole('button', { name: 'Copy both IDs as JSON' })).toBeVisible()
  await state.getByRole('link', { name: first }).click()
  await expect(state.getByText('Merged into this identity')).toBeVisible()
  await expect(state.getByRole('link', { name: second })).toBeVisible()
  await expect(colleague.getByRole('region', { name: `Notes of ${second}` })).toContainText('Has two accounts.')
  await expect(
    colleague.getByRole('region', { name: 'Audit entries' }).getByRole('link', { name: second }),
  ).toBeVisible()
  await colleagues.close()
})
