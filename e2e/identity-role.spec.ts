import { SetIdentityPoolRolesCommand } from '@aws-sdk/client-cognito-identity'
import { expect, test } from './fixtures.ts'
import { copiedWith } from './fixtures/clipboard.ts'
import { jwt } from './fixtures/jwt.ts'
import { linkUsers } from './fixtures/people.ts'

const GOOGLE = 'accounts.google.com'
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`

test('an identity tells the role that each login gets and why, and every step as a command', async ({
  page,
  createPool,
  seedIdentities,
  emulator,
  expectAccessible,
}) => {
  const pool = await createPool({
    DeveloperProviderName: 'login.members.example',
    SupportedLoginProviders: { [GOOGLE]: 'app' },
  })
  const rule = { Claim: 'team', MatchType: 'Equals' as const, Value: 'blue', RoleARN: role('blue') }
  await emulator.client(pool.region).send(
    new SetIdentityPoolRolesCommand({
      IdentityPoolId: pool.id,
      Roles: { authenticated: role('user') },
      RoleMappings: {
        [GOOGLE]: { Type: 'Rules', AmbiguousRoleResolution: 'Deny', RulesConfiguration: { Rules: [rule] } },
      },
    }),
  )
  const exp = Math.floor(Date.now() / 1000) + 3600
  const token = jwt({ iss: `https://${GOOGLE}`, sub: 'g-1', aud: 'app', exp })
  const ada = await linkUsers(emulator, pool, { users: ['ada'], logins: { [GOOGLE]: token } })
  const [guest = ''] = await seedIdentities(pool, { guests: 1 })

  await page.goto(`/test/identities/${guest}`)
  const shown = page.getByRole('region', { name: 'Role', exact: true })
  await expect(shown).toContainText('the pool is not known')
  await page.getByRole('combobox', { name: 'Pool of this identity' }).selectOption(pool.id)
  await expect(shown).toContainText('Guests get the guest role, and none is set.')

  await page.goto(`/test/identities/${ada}`)
  const byGoogle = shown.getByRole('listitem').filter({ hasText: 'It depends on the claims of the token.' })
  await expect(byGoogle.getByRole('listitem')).toHaveText([`Rule 1: team equals “blue”.${role('blue')}`])
  await expect(byGoogle).toContainText('No rule matches. The mapping then denies.')
  await expect(shown.getByRole('listitem').filter({ hasText: 'login.members.example' })).toContainText(role('user'))
  await expectAccessible(page)

  await page.goto(await copiedWith(page, page.getByRole('button', { name: 'Copy link' })))
  await expect(page).toHaveURL(`/test/identities/${ada}?pool=${pool.id}`)
  await expect(page.getByRole('region', { name: 'State' }).getByRole('link', { name: pool.name })).toBeVisible()

  await page.getByRole('region', { name: 'State' }).getByText('Copy as AWS CLI').click()
  expect(await copiedWith(page, page.getByRole('button', { name: 'Copy AWS CLI command' }))).toBe(
    `aws cognito-identity describe-identity \\\n  --endpoint-url ${emulator.url} \\\n  --region us-east-1 \\\n  --identity-id ${ada}`,
  )
  await page.getByRole('button', { name: 'Unlink Google' }).click()
  const dialog = page.getByRole('dialog', { name: 'Unlink Google' })
  await dialog.getByRole('textbox', { name: 'Token of Google' }).fill(token)
  await dialog.getByText('Copy as AWS CLI').press('Enter')
  const command = dialog.getByRole('group', { name: 'AWS CLI command' })
  await expect(command).toContainText(`--logins '{"${GOOGLE}":"'"\${LOGIN_TOKEN:?}"'"}'`)
  await expect(command).not.toContainText(token.slice(0, 40))
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await shown.getByRole('link', { name: 'Try claims in the simulator' }).click()
  await expect(page.getByRole('region', { name: 'Simulator' })).toBeVisible()
})
