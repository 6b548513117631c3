import { GetIdentityPoolRolesCommand } from '@aws-sdk/client-cognito-identity'
import { expect, test } from './fixtures.ts'
import { copiedWith } from './fixtures/clipboard.ts'
import { goOn } from './fixtures/create-pool.ts'
import { roleArn } from './fixtures/iam.ts'
import { everyProvider, googleRules, openRoles, rolesOf, ruleValues, saveRoles, setRoles } from './fixtures/roles.ts'

const rulesOf = (...teams: string[]) => googleRules(...teams).RoleMappings?.['accounts.google.com']?.RulesConfiguration

test('rules are copied from another provider and taken out of JSON, below the present ones or in their place', async ({
  page,
  emulator,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool(everyProvider)
  await setRoles(emulator, pool, googleRules('red', 'green'))
  await openRoles(page, pool)
  const google = page.getByRole('group', { name: 'Google accounts.google.com' })
  const facebook = page.getByRole('group', { name: 'Facebook graph.facebook.com' })
  await expect(google.getByRole('button', { name: 'Copy rules from…' })).toHaveCount(0)
  await facebook.getByLabel('Role selection').selectOption('Choose role with rules')
  await facebook.getByRole('button', { name: 'Copy rules from…' }).click()
  const copying = page.getByRole('dialog', { name: 'Copy rules to Facebook' })
  await expect(copying.getByRole('list', { name: 'Rules to copy' }).getByRole('listitem')).toHaveCount(2)
  await expect(copying.getByRole('radio')).toHaveCount(0)
  await expectAccessible(page)
  await copying.getByRole('button', { name: 'Copy 2 rules' }).click()
  await expect.poll(() => ruleValues(page)).toEqual(['red', 'green', 'red', 'green'])

  await facebook.getByRole('button', { name: 'Paste JSON…' }).click()
  const pasting = page.getByRole('dialog', { name: 'Rules of Facebook from JSON' })
  const box = pasting.getByRole('textbox', { name: 'JSON' })
  await box.fill('{ "Rules": [\n  { "Claim": "two words", "MatchType": "Equals", "Value": "x", "RoleARN": "x" }\n] }')
  await expect(pasting.getByRole('list', { name: 'Mistakes' }).getByRole('listitem')).toHaveText([
    'Line 2, rule 1: A claim has no spaces or control characters.',
    /^Line 2, rule 1: This is no role ARN/,
  ])
  await expect(pasting.getByRole('button', { name: 'Use 0 rules' })).toBeDisabled()
  await expectAccessible(page)
  await box.fill(JSON.stringify({ RulesConfiguration: rulesOf(...Array.from({ length: 24 }, (_, at) => `t${at}`)) }))
  await expect(pasting.getByRole('status')).toHaveText('That makes 26 rules: a provider has at most 25.')
  await expect(pasting.getByRole('button', { name: 'Use 24 rules' })).toBeDisabled()
  await box.fill(JSON.stringify(rulesOf('blue')))
  await pasting.getByRole('radio', { name: /^Add below/ }).check()
  await pasting.getByRole('button', { name: 'Use 1 rule' }).click()
  await expect.poll(() => ruleValues(page)).toEqual(['red', 'green', 'red', 'green', 'blue'])
  await expect(facebook.getByRole('button', { name: 'Paste JSON…' })).toBeFocused()

  await facebook.getByRole('button', { name: 'Paste JSON…' }).click()
  await box.fill(JSON.stringify([{ claim: 'team', match: 'Equals', value: 'only', roleArn: roleArn('only') }]))
  await pasting.getByRole('radio', { name: /^Replace/ }).check()
  await pasting.getByRole('button', { name: 'Use 1 rule' }).click()
  await expect.poll(() => ruleValues(page)).toEqual(['red', 'green', 'only'])
  const copied = await copiedWith(page, google.getByRole('button', { name: 'Copy as JSON' }))
  expect(JSON.parse(copied)).toEqual(rulesOf('red', 'green'))
  expect(await rolesOf(emulator, pool), 'nothing is saved before the review').toEqual(googleRules('red', 'green'))
  await saveRoles(page)
  expect((await rolesOf(emulator, pool)).RoleMappings['graph.facebook.com']?.RulesConfiguration).toEqual(
    rulesOf('only'),
  )
})

test('a new pool gets rules at its creation, and its mistakes go once they are mended', async ({
  page,
  emulator,
  expectAccessible,
}) => {
  await page.goto('/test/pools/create')
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await expect(name).toBeFocused()
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(name).toHaveAccessibleDescription(/Give the pool a name/)
  await name.fill('Ruled from the start')
  await expect(name).not.toHaveAccessibleDescription(/Give the pool a name/)
  await goOn(page, 'Login providers')
  await page.getByRole('textbox', { name: 'Google client ID' }).fill('google-app')
  await goOn(page, 'Roles')
  await page.getByLabel('Authenticated role', { exact: true }).fill(roleArn('User'))
  const google = page.getByRole('group', { name: 'Google accounts.google.com' })
  await google.getByLabel('Role selection').selectOption('Choose role with rules')
  await google.getByRole('button', { name: 'Add rule' }).click()
  await google.getByRole('button', { name: 'Edit rule 1:' }).click()
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(google.getByLabel('Claim of rule 1')).toBeFocused()
  await expect(google.getByLabel('Claim of rule 1')).toHaveAccessibleDescription('Name a claim.')
  await google.getByLabel('Claim of rule 1').fill('team')
  await expect(google.getByLabel('Claim of rule 1')).not.toHaveAccessibleDescription('Name a claim.')
  await google.getByLabel('Value of rule 1').fill('red')
  await google.getByLabel('Role of rule 1').fill(roleArn('red'))
  await expectAccessible(page)
  await page.reload()
  await expect(google.getByRole('button', { name: 'Edit rule 1: team = red' })).toBeVisible()
  await goOn(page, 'Tags')
  await goOn(page, 'Review')
  const roles = page.getByRole('region', { name: 'The new pool' }).getByRole('list', { name: 'Roles' })
  await expect(roles).toContainText('team Equals red')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Change roles' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Roles', exact: true })).toBeFocused()
  await goOn(page, 'Tags')
  await goOn(page, 'Review')
  await page.getByRole('button', { name: 'Create pool' }).click()
  await expect(page).toHaveURL(/\/test\/pools\/us-east-1:[0-9a-f-]{36}\?made=1$/)
  const IdentityPoolId = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
  const made = await emulator.client('us-east-1').send(new GetIdentityPoolRolesCommand({ IdentityPoolId }))
  expect(made).toMatchObject(googleRules('red'))
})
