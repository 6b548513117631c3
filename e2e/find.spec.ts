import { expect, test } from './fixtures.ts'
import { jwt } from './fixtures/jwt.ts'
import { linkUsers } from './fixtures/people.ts'
import { createPool } from './fixtures/pools.ts'
import { startDelays } from './fixtures/delays.ts'

const PROVIDER = 'login.members.example'
const FACEBOOK = 'graph.facebook.com'

test('an operator finds a user in every pool that knows them', async ({
  page,
  startEmulator,
  startConsole,
  expectAccessible,
}) => {
  const emulator = await startEmulator({ seed: 'demo' })
  const { url } = await startConsole({
    config: { connections: [{ id: 'demo', endpoint: emulator.url, regions: ['us-east-1', 'eu-west-1'] }] },
  })
  await page.goto(`${url}/demo/pools`)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Find', exact: true }).click()
  const box = page.getByRole('textbox', { name: 'Who is it?' })
  await expect(box).toBeFocused()
  await page.keyboard.type('member-10001')
  await page.keyboard.press('Enter')
  const found = page.getByRole('region', { name: 'member-10001 in Legacy Member Portal' })
  await expect(found.getByRole('link', { name: 'Open identity' })).toBeVisible()
  await expect(page.getByText('1 pool asked. 1 knows the user.')).toBeVisible()
  await expectAccessible(page)

  await found.getByRole('link', { name: 'Open identity' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unlink member-10001' })).toBeVisible()
  await page.goBack()
  await expect(found).toBeVisible()
  const recent = page.getByRole('region', { name: 'Recent people' })
  await expect(recent.getByText('member-10001')).toBeVisible()
  await recent.getByRole('button', { name: 'Clear list' }).click()
  await expect(recent).toHaveCount(0)
  await page.reload()
  await expect(box).toBeFocused()
  await expect(recent).toHaveCount(0)

  await page.keyboard.press('ControlOrMeta+k')
  await page.getByLabel('Pool, identity ID, page or action').fill('nobody@example.com')
  await expect(page.getByRole('option', { name: /Find the user/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('The 1 pool that could be asked does not know nobody@example.com')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Not asked' })).toContainText('6 pools have no developer provider')
})

test('a slow and a refused pool hold up no other', async ({ page, startEmulator, startConsole }) => {
  const emulator = await startEmulator()
  const pools = await Promise.all(
    ['One', 'Refused', 'Slow', 'Two'].map((name) => createPool(emulator, { name, DeveloperProviderName: PROVIDER })),
  )
  const [one, refused, slow, two] = pools
  if (!one || !refused || !slow || !two) throw new Error('four pools')
  await linkUsers(emulator, one, { users: ['ada'] })
  await linkUsers(emulator, two, { users: ['ada'] })
  await linkUsers(emulator, slow, { users: ['ada'] })
  await emulator.fault({
    operation: 'LookupDeveloperIdentity',
    error: 'AccessDeniedException',
    id: refused.id,
    count: 1,
  })
  const answered = Promise.withResolvers<void>()
  const calls: string[] = []
  const delays = await startDelays(emulator, ({ operation, input }) => {
    calls.push(operation)
    return operation === 'LookupDeveloperIdentity' && input.includes(slow.id) ? answered.promise : undefined
  })
  const { url } = await startConsole({
    config: { connections: [{ id: 'own', endpoint: delays.url, regions: ['us-east-1'] }] },
  })
  await page.goto(`${url}/own/find`)
  await page.getByRole('textbox', { name: 'Who is it?' }).fill('ada')
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await expect(page.getByRole('region', { name: 'ada in One' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'ada in Two' })).toBeVisible()
  await expect(page.getByText('Asking: 3 of 4 pools answered. 2 know the user. 1 refused to answer.')).toBeVisible()
  answered.resolve()
  await expect(page.getByRole('region', { name: 'ada in Slow' })).toBeVisible()
  await expect(page.getByText('4 pools asked. 3 know the user. 1 refused to answer.')).toBeVisible()
  const row = page.getByRole('row', { name: /Refused/ })
  await expect(row.getByText(/AccessDeniedException/)).toBeVisible()
  await row.getByRole('button', { name: 'Ask again' }).click()
  await expect(row.getByText('No such user')).toBeVisible()

  calls.length = 0
  await page.getByRole('textbox', { name: 'Who is it?' }).fill('bob')
  await page.keyboard.press('Enter')
  await expect(page.getByText('None of the 4 pools that could be asked knows bob')).toBeVisible()
  expect(calls, 'the pools that are known by now are asked for bob and for nobody else').toEqual(
    Array.from({ length: 4 }, () => 'LookupDeveloperIdentity'),
  )
  await delays.stop()
})

test('an identity ID is found with its pool named when that is proven', async ({
  page,
  createPool,
  seedIdentities,
  emulator,
}) => {
  const pool = await createPool({ DeveloperProviderName: PROVIDER })
  const ada = await linkUsers(emulator, pool, { users: ['ada'], logins: { [FACEBOOK]: 'fb-ada' } })
  const [guest = ''] = await seedIdentities(pool, { guests: 1 })
  await page.goto('/test/find')
  const box = page.getByRole('textbox', { name: 'Who is it?' })
  const identity = page.getByRole('region', { name: 'Identity', exact: true })
  await box.fill(ada)
  await box.press('Enter')
  await expect(identity.getByRole('link', { name: pool.name })).toBeVisible()
  await box.fill(guest)
  await box.press('Enter')
  await expect(identity.getByText('Guest', { exact: true })).toBeVisible()
  await expect(identity.getByText('Not known: the service does not tell it.')).toBeVisible()
  await box.fill(pool.id)
  await box.press('Enter')
  await expect(page.getByText(`This is the ID of a pool: ${pool.name}`)).toBeVisible()
  await box.fill('us-east-1:00000000-0000-4000-8000-00000000dead')
  await box.press('Enter')
  await expect(page.getByText('Test has no identity us-east-1:00000000')).toBeVisible()
  await page.getByRole('button', { name: 'Look it up as a developer user identifier' }).click()
  await expect(page.getByText(/could be asked (?:does not know|knows) us-east-1:00000000/)).toBeVisible()
})

test('a pasted token is read in the browser and sent nowhere', async ({ page, createPool, expectAccessible }) => {
  const pool = await createPool({ SupportedLoginProviders: { 'accounts.google.com': 'the-app' } })
  const other = await createPool({ SupportedLoginProviders: { 'accounts.google.com': 'another-app' } })
  const token = jwt({ iss: 'https://accounts.google.com', sub: '4711', aud: 'the-app', exp: 1_700_000_000 })
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto('/test/find')
  await page.getByRole('textbox', { name: 'Who is it?' }).fill(`Bearer ${token}`)
  await page.keyboard.press('Enter')
  const shown = page.getByRole('region', { name: 'Token', exact: true })
  await expect(shown.getByText('https://accounts.google.com')).toBeVisible()
  await expect(shown.getByText('Expired')).toBeVisible()
  const takers = page.getByRole('region', { name: 'Pools that take it' })
  await expect(takers.getByRole('listitem').filter({ hasText: pool.name })).toContainText('Took it until it expired')
  await expect(takers.getByRole('listitem').filter({ hasText: other.name })).toContainText('for another app')
  await expect(page.getByRole('textbox', { name: 'Who is it?' })).toHaveValue('')
  const [, payload = ''] = token.split('.')
  expect(sent.join('\n')).not.toContain(payload)
  expect(await page.content()).not.toContain(payload)
  expect(page.url()).not.toContain(payload)
  await expectAccessible(page)

  await page.getByRole('textbox', { name: 'Who is it?' }).fill(`eyJ${'a'.repeat(40)}`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('This looks like a token, and cannot be read')).toBeVisible()
  await page.getByRole('button', { name: 'Look it up exactly as typed' }).click()
  await expect(page.getByRole('region', { name: /^Results for eyJaaaa/ })).toBeVisible()
})
