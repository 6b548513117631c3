import { expect, test } from './fixtures.ts'
import { boxOf, confirmDeletion, confirmOne, dialogOf } from './fixtures/deletion.ts'
import { roleArn } from './fixtures/iam.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'
import { identitiesPath } from './fixtures/paths.ts'
import { linkUsers } from './fixtures/people.ts'
import { setRoles } from './fixtures/roles.ts'

test('whoever is unlinked or deleted can be cut off with a policy that names them', async ({
  page,
  emulator,
  createPool,
  seedIdentities,
  expectAccessible,
}) => {
  const pool = await createPool({ DeveloperProviderName: 'login.members.example', AllowClassicFlow: true })
  await setRoles(emulator, pool, { Roles: { authenticated: roleArn('User') } })
  const ada = await linkUsers(emulator, pool, { users: ['ada', 'lovelace'] })
  const guests = (await seedIdentities(pool, { guests: 2 })).toSorted()
  const offered = page.getByText('live on for up to 12 hours, the longest that a role may allow.')
  const policy = page.getByRole('group', { name: 'Policy that cuts off' })

  await page.goto(`/test/identities/${ada}`)
  await expect(page.getByRole('region', { name: 'State' }).getByRole('link', { name: pool.name })).toBeVisible()
  await expect(offered).toHaveCount(0)
  await page.getByRole('button', { name: 'Unlink lovelace' }).click()
  await dialogOf(page).getByRole('button', { name: 'Unlink', exact: true }).click()
  await expect(offered).toBeVisible()
  await page.getByRole('button', { name: 'Cut off…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Cut off 1 identity' })
  await expect(dialog).toContainText('every session with the role, those that are still to come too')
  await expect(policy).toContainText(`"cognito-identity.amazonaws.com:sub": "${ada}"`)
  await dialog.getByText('AWS CLI').click()
  await expect(policy).toContainText('--role-name User')
  await dialog.getByText('Terraform').click()
  await expect(policy).toContainText('resource "aws_iam_role_policy" "cut_off_1"')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await chooseInMenu(page, 'Delete identity…')
  await confirmOne(page)
  await dialogOf(page).getByRole('button', { name: 'Cut off…' }).click()
  await expect(policy).toContainText(ada)
  await page.keyboard.press('Escape')
  await expect(dialogOf(page).getByText('Deleted 1 identity.')).toBeVisible()

  await page.goto(identitiesPath(pool))
  for (const id of guests) await boxOf(page, id).click()
  await confirmDeletion(page, 2)
  await expect(dialogOf(page).getByRole('button', { name: 'Cut off…' })).toBeVisible()
  await dialogOf(page).getByRole('link', { name: 'Open the job' }).click()
  await page.getByRole('button', { name: 'Cut off…' }).click()
  await expect(page.getByRole('dialog', { name: 'Cut off 2 identities' })).toBeVisible()
  for (const id of guests) await expect(policy).toContainText(id)
})
