import { expect, test } from './fixtures.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'
import { audited } from './fixtures/audit-log.ts'
import { closeReport, confirmOne, dialogOf, expectSaid } from './fixtures/deletion.ts'
import { plantNotes } from './fixtures/notes.ts'
import { identityPath } from './fixtures/paths.ts'

test('notes on an identity outlive it, and two who edit one note do not overwrite each other', async ({
  page,
  context,
  console,
  createPool,
  seedIdentities,
  expectAccessible,
}) => {
  const [identityId = ''] = await seedIdentities(await createPool(), { authenticated: 1 })
  await page.goto(identityPath(identityId))
  const notes = page.getByRole('region', { name: 'Notes' })
  const items = notes.getByRole('list', { name: 'Notes' }).getByRole('listitem')
  const box = notes.getByRole('textbox', { name: 'New note' })

  await expect(box).toBeEnabled()
  await box.focus()
  await page.keyboard.type('Called twice.\n<b>Wants</b> the old account back.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(items).toHaveText([/Called twice\.\n<b>Wants<\/b> the old account back\.Local operator/], {
    useInnerText: false,
  })
  await expect(box).toHaveValue('')
  await expect(box).toBeFocused()
  await box.fill('x'.repeat(2_001))
  await expect(notes.getByText('A note has at most 2,000 characters; this has 2,001.')).toBeVisible()
  await expect(notes.getByRole('button', { name: 'Add note' })).toBeDisabled()
  await box.fill('To be deleted')
  await notes.getByRole('button', { name: 'Add note' }).click()
  await expect(items).toHaveCount(2)
  await notes.getByRole('button', { name: 'Delete note 2' }).press('Enter')
  await expectAccessible(page)
  await dialogOf(page).getByRole('button', { name: 'Delete note' }).click()
  await expect(items).toHaveCount(1)

  const other = await context.newPage()
  await other.goto(identityPath(identityId))
  await other.getByRole('button', { name: 'Edit note 1' }).click()
  await notes.getByRole('button', { name: 'Edit note 1' }).press('Enter')
  await expect(notes.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
  await other.getByRole('textbox', { name: 'Note', exact: true }).fill('Theirs')
  await other.getByRole('button', { name: 'Save note' }).click()
  await expect(other.getByRole('list', { name: 'Notes' }).getByRole('listitem')).toHaveText([
    /^TheirsLocal operator.*edited by Local operator/,
  ])
  await notes.getByRole('textbox', { name: 'Note', exact: true }).fill('Mine')
  await notes.getByRole('heading', { name: 'Notes' }).click()
  const warning = notes.getByRole('alert').filter({ hasText: 'Local operator edited this note meanwhile' })
  await expect(warning).toContainText('Theirs')
  await expectAccessible(page)
  await warning.getByRole('button', { name: 'Replace it with mine' }).click()
  await notes.getByRole('button', { name: 'Save note' }).click()
  await expect(items).toHaveText([/^MineLocal operator.*edited by Local operator/])

  await other.reload()
  await other.getByRole('button', { name: 'Edit note 1' }).click()
  await other.getByRole('textbox', { name: 'Note', exact: true }).fill('Not lost')
  await notes.getByRole('button', { name: 'Delete note 1' }).click()
  await dialogOf(page).getByRole('button', { name: 'Delete note' }).click()
  await expect(dialogOf(page)).toBeHidden()
  await expect(items).toHaveCount(0)
  await other.getByRole('heading', { name: 'Notes' }).click()
  await other.getByRole('button', { name: 'Put my text into a new note' }).click()
  await other.getByRole('button', { name: 'Add note' }).click()
  await expect(other.getByRole('list', { name: 'Notes' }).getByText('Not lost')).toBeVisible()
  await other.close()

  await chooseInMenu(page, 'Delete identity…')
  await expect(dialogOf(page)).toContainText('1, which stay')
  await confirmOne(page)
  await expectSaid(page, 'Deleted 1 identity.')
  await closeReport(page)
  await expect(page.getByText('This identity is gone')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Audit entries' }).getByRole('listitem').first()).toContainText(
    'Delete identities',
  )
  expect(await audited(console, identityId)).toEqual([
    'DeleteIdentities succeeded',
    'AddIdentityNote succeeded',
    'DeleteIdentityNote succeeded',
    'EditIdentityNote succeeded',
    'EditIdentityNote succeeded',
    'DeleteIdentityNote succeeded',
    'AddIdentityNote succeeded',
    'AddIdentityNote succeeded',
  ])
  await page.goto('/test/find')
  await page.getByRole('textbox', { name: 'Who is it?' }).fill(identityId)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Notes and audit entries about it' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Local operator deleted it' })).toBeVisible()
  await expect(items).toHaveText([/^Not lostLocal operator/])
  await expectAccessible(page)
})

test('a note that cannot be kept stays in its box, and leaving asks', async ({
  page,
  console,
  createPool,
  seedIdentities,
}) => {
  const [identityId = ''] = await seedIdentities(await createPool(), { guests: 1 })
  plantNotes(console, identityId, 100)
  await page.goto(identityPath(identityId))
  const notes = page.getByRole('region', { name: 'Notes' })
  const box = notes.getByRole('textbox', { name: 'New note' })
  await box.fill('Half a sentence')
  await notes.getByRole('button', { name: 'Add note' }).click()
  await expect(notes.getByRole('alert')).toContainText('This identity has 100 notes, and no more are kept.')
  await expect(box).toHaveValue('Half a sentence')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Find', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(box).toHaveValue('Half a sentence')
})
