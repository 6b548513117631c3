import {
  GetPrincipalTagAttributeMapCommand,
  SetPrincipalTagAttributeMapCommand,
  UpdateIdentityPoolCommand,
} from '@aws-sdk/client-cognito-identity'
import { expect, test } from './fixtures.ts'
import { audited } from './fixtures/audit-log.ts'
import { bare, describePool, GOOGLE, openAccess, reviewDialog, saveAccess } from './fixtures/access.ts'

test('each constraint is told at its field and nothing is saved', async ({ page, console, emulator, createPool }) => {
  const pool = await createPool(bare)
  const before = await describePool(emulator, pool)
  await openAccess(page, pool)
  const review = page.getByRole('button', { name: 'Review changes' })
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('')
  await page.getByRole('button', { name: 'Add user pool' }).click()
  await page.getByRole('button', { name: 'Add OpenID Connect provider' }).click()
  await page.getByRole('button', { name: 'Add SAML provider' }).click()
  await page.getByRole('textbox', { name: 'Google client ID' }).fill('not an id')
  await page.getByLabel('Twitter consumer secret').fill('secret')
  await page.getByRole('textbox', { name: 'Developer provider name' }).fill('login members')
  await review.click()
  const described = (field: string) => page.getByRole('textbox', { name: field, exact: true })
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription(/Give the pool a name/)
  await expect(described('User pool')).toHaveAccessibleDescription(/Name the user pool/)
  await expect(described('App client ID')).toHaveAccessibleDescription('Give the id of the app client.')
  await expect(described('OpenID Connect provider ARN 1')).toHaveAccessibleDescription(/Give the ARN/)
  await expect(described('SAML provider ARN 1')).toHaveAccessibleDescription(/Give the ARN/)
  await expect(page.getByRole('textbox', { name: 'Google client ID' })).toHaveAccessibleDescription(
    /Use letters, digits/,
  )
  await expect(page.getByRole('textbox', { name: 'Twitter consumer key' })).toHaveAccessibleDescription(
    /Give the consumer key of this secret/,
  )
  await expect(page.getByRole('textbox', { name: 'Developer provider name' })).toHaveAccessibleDescription(
    /Use letters, digits and \. _ - only/,
  )
  await name.fill('n'.repeat(129))
  await expect(name).toHaveAccessibleDescription(/at most 128 characters/)
  await name.fill('a/b')
  await expect(name).toHaveAccessibleDescription(/Use letters, digits, spaces/)
  await described('User pool').fill('no pool?')
  await expect(described('User pool')).toHaveAccessibleDescription(/This names no user pool/)
  await described('App client ID').fill('no-client')
  await expect(described('App client ID')).toHaveAccessibleDescription(
    'An app client id has letters, digits and _ only.',
  )
  await described('SAML provider ARN 1').fill('arn:aws:iam::123456789012:oidc-provider/other')
  await expect(described('SAML provider ARN 1')).toHaveAccessibleDescription(/A SAML provider has an ARN like/)
  await review.click()
  await expect(name).toBeFocused()
  await expect(reviewDialog(page)).toHaveCount(0)
  expect(await describePool(emulator, pool)).toEqual(before)
  await openAccess(page, pool)
  await name.fill('The only change')
  await saveAccess(page)
  expect(await describePool(emulator, pool)).toEqual({ ...before, IdentityPoolName: 'The only change' })
  expect(await audited(console, pool.id)).toEqual(['UpdateIdentityPool succeeded'])
})

test('what a removal does, and to how many identities, is said before it', async ({
  page,
  emulator,
  createPool,
  seedIdentities,
  expectAccessible,
}) => {
  const pool = await createPool({ AllowClassicFlow: true })
  await seedIdentities(pool, { guests: 2, authenticated: 3 })
  await openAccess(page, pool)
  await page.getByRole('checkbox', { name: 'Guest access' }).uncheck()
  await page.getByRole('radio', { name: /^Off/ }).check()
  await page.getByRole('textbox', { name: 'Facebook app ID' }).fill('')
  await page.getByRole('button', { name: 'Review changes' }).click()
  const consequences = page.getByRole('list', { name: 'Consequences' })
  await expect(consequences).toContainText('Guest access off: guests are refused')
  await expect(consequences).toContainText('2 of the pool’s 5 identities use it.')
  await expect(consequences).toContainText('Basic flow off')
  await expect(consequences).toContainText('Facebook removed')
  await expect(consequences).toContainText('3 of the pool’s 5 identities use it.')
  await expectAccessible(page)
  await reviewDialog(page).getByRole('button', { name: 'Save changes' }).click()
  await expect(reviewDialog(page)).toBeHidden()
  expect(await describePool(emulator, pool)).toMatchObject({
    AllowUnauthenticatedIdentities: false,
    AllowClassicFlow: false,
  })
})

test('a change that somebody else made meanwhile is shown, kept and built upon', async ({
  page,
  emulator,
  createPool,
}) => {
  const pool = await createPool(bare)
  await openAccess(page, pool)
  await page.getByRole('checkbox', { name: 'Guest access' }).check()
  const present = await describePool(emulator, pool)
  const theirs = {
    ...present,
    IdentityPoolId: pool.id,
    IdentityPoolName: 'Theirs',
    AllowUnauthenticatedIdentities: false,
  }
  await emulator.client(pool.region).send(new UpdateIdentityPoolCommand(theirs))
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = reviewDialog(page)
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Nothing was saved')
  await expect(dialog.getByRole('list', { name: 'Their change' })).toContainText('Theirs')
  expect((await describePool(emulator, pool)).AllowUnauthenticatedIdentities).toBe(false)
  await dialog.getByRole('button', { name: 'Reapply my changes' }).click()
  await expect(dialog.getByRole('list', { name: 'Their change' })).toHaveCount(0)
  await expect(dialog.getByRole('list', { name: 'Your change' })).toHaveText(/Guest access/)
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog).toBeHidden()
  expect(await describePool(emulator, pool)).toMatchObject({
    IdentityPoolName: 'Theirs',
    AllowUnauthenticatedIdentities: true,
  })
})

test('principal tags that somebody else set meanwhile are shown before they are replaced', async ({
  page,
  emulator,
  createPool,
}) => {
  const pool = await createPool({ ...bare, SupportedLoginProviders: { [GOOGLE]: 'google-app' } })
  const input = { IdentityPoolId: pool.id, IdentityProviderName: GOOGLE }
  await openAccess(page, pool)
  await page.getByRole('button', { name: 'Edit principal tags of Google' }).click()
  await page.getByRole('combobox', { name: 'Principal tags of Google' }).selectOption('Default mapping')
  const theirs = new SetPrincipalTagAttributeMapCommand({ ...input, UseDefaults: false, PrincipalTags: { team: 'hd' } })
  await emulator.client(pool.region).send(theirs)
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = reviewDialog(page)
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog.getByRole('list', { name: 'Their change' })).toContainText('Claim hd')
  await expect(dialog.getByRole('button', { name: 'Apply what I chose' })).toBeDisabled()
  await dialog.getByRole('radio', { name: /^Keep mine/ }).check()
  await dialog.getByRole('button', { name: 'Apply what I chose' }).click()
  await expect(dialog.getByRole('list', { name: 'Your change' }).getByRole('listitem')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog).toBeHidden()
  const now = await emulator.client(pool.region).send(new GetPrincipalTagAttributeMapCommand(input))
  expect(now).toMatchObject({ UseDefaults: true })
})

test('when only the pool was saved, what is left stays in the form', async ({ page, emulator, createPool, fault }) => {
  const pool = await createPool({ ...bare, SupportedLoginProviders: { [GOOGLE]: 'google-app' } })
  await fault({ operation: 'SetPrincipalTagAttributeMap', error: 'AccessDeniedException', id: pool.id, count: 1 })
  await openAccess(page, pool)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Half saved')
  await page.getByRole('button', { name: 'Edit principal tags of Google' }).click()
  await page.getByRole('combobox', { name: 'Principal tags of Google' }).selectOption('Default mapping')
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = reviewDialog(page)
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Only a part was saved')
  await expect(dialog.getByRole('list', { name: 'Your change' }).getByRole('listitem')).toHaveText(
    /Principal tags of Google/,
  )
  expect((await describePool(emulator, pool)).IdentityPoolName).toBe('Half saved')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog).toBeHidden()
  const input = { IdentityPoolId: pool.id, IdentityProviderName: GOOGLE }
  const tags = await emulator.client(pool.region).send(new GetPrincipalTagAttributeMapCommand(input))
  expect(tags).toMatchObject({ UseDefaults: true })
})

test('a lost answer is not told as a failure', async ({ page, emulator, createPool, fault }) => {
  const pool = await createPool(bare)
  await fault({ operation: 'UpdateIdentityPool', error: 'Disconnect', when: 'after', id: pool.id, count: 1 })
  await openAccess(page, pool)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Perhaps')
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = reviewDialog(page)
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog.getByRole('alert')).toContainText('It is not known whether this was saved')
  expect((await describePool(emulator, pool)).IdentityPoolName).toBe('Perhaps')
  await dialog.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByText('Saved Perhaps')).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Changed meanwhile')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeHidden()
})

test('principal tags that cannot be read leave the rest of the form usable', async ({
  page,
  emulator,
  createPool,
  fault,
  clearFaults,
}) => {
  const pool = await createPool()
  await fault({ operation: 'GetPrincipalTagAttributeMap', error: 'AccessDeniedException', id: pool.id })
  await openAccess(page, pool)
  const failure = page.getByRole('alert').filter({ hasText: 'principal tags' })
  await expect(failure).toContainText('AccessDeniedException')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Renamed all the same')
  await saveAccess(page)
  expect((await describePool(emulator, pool)).IdentityPoolName).toBe('Renamed all the same')
  // A save reads the tags again by itself; a new document reads them once.
  await page.reload()
  await expect(failure).toContainText('AccessDeniedException')
  await clearFaults()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('button', { name: 'Edit principal tags of Facebook' })).toBeEnabled()
})

test('the form by keyboard alone, and leaving it with changes asks first', async ({
  page,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool()
  await openAccess(page, pool)
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: 'Guest access' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('2 unsaved changes')).toBeVisible()
  await page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name: 'Overview' }).click()
  const asks = page.getByRole('dialog', { name: 'Leave without saving?' })
  await asks.getByRole('button', { name: 'Stay' }).click()
  await expect(asks).toBeHidden()
  await expect(page.getByRole('checkbox', { name: 'Guest access' })).not.toBeChecked()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('checkbox', { name: 'Guest access' })).toBeChecked()
  await page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name: 'Overview' }).click()
  await expect(page).toHaveURL(new RegExp(`${pool.id}$`))
})

test('on a read-only connection the form can be read and not changed', async ({ page, createPool }) => {
  const pool = await createPool()
  await page.goto(`/readonly/pools/${pool.id}/access`)
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(pool.name)
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeDisabled()
  await expect(page.getByRole('checkbox', { name: 'Guest access' })).toBeDisabled()
})
