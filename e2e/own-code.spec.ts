import { SetIdentityPoolRolesCommand, SetPrincipalTagAttributeMapCommand } from '@aws-sdk/client-cognito-identity'
import { expect, test } from './fixtures.ts'

const FACEBOOK = 'graph.facebook.com'
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`

test('the code of every format comes back through Import without a difference', async ({
  page,
  createPool,
  emulator,
}) => {
  const pool = await createPool({ AllowClassicFlow: false, IdentityPoolTags: { owner: "it's us", size: '${x}' } })
  const client = emulator.client(pool.region)
  const named = { IdentityPoolId: pool.id }
  const RoleMappings = { [FACEBOOK]: { Type: 'Token', AmbiguousRoleResolution: 'Deny' } as const }
  await client.send(new SetIdentityPoolRolesCommand({ ...named, Roles: { authenticated: role('User') }, RoleMappings }))
  await client.send(
    new SetPrincipalTagAttributeMapCommand({
      ...named,
      IdentityProviderName: FACEBOOK,
      UseDefaults: false,
      PrincipalTags: { team: 'name' },
    }),
  )
  for (const [format, part] of [
    ['cli', 'Create an equal pool'],
    ['cloudformation', 'CloudFormation template'],
    ['cloudformation-yaml', 'CloudFormation template'],
    ['cdk', 'CDK program'],
  ] as const) {
    await page.goto(`/test/pools/${pool.id}/code?as=${format}`)
    const code = page.getByRole('region', { name: part }).getByRole('group')
    await expect(code).toContainText(pool.name)
    const text = (await code.textContent()) ?? ''
    await page.goto('/test/import')
    await page.getByRole('textbox', { name: 'Description of a pool' }).fill(text)
    await page.getByRole('radio', { name: 'Compare with a pool' }).check()
    await page.getByRole('combobox', { name: 'Compare with: pool' }).selectOption(pool.name)
    await expect(page.getByRole('status').filter({ hasText: 'The two are equal.' }), format).toBeVisible()
  }
})
