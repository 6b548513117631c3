import { expect, test } from './fixtures.ts'
import { jwt } from './fixtures/jwt.ts'
import { linkUsers } from './fixtures/people.ts'
import { createPool } from './fixtures/pools.ts'
import { startDelays } from './fixtures/delays.ts'
import { startRegionalOutage } from './fixtures/regional-outage.ts'

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
  await expect(takers.getByRole('listitem').filter({ hasText: pool.name })).toContainText('Takes it')
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

test('Find reads whatever is pasted and sends no token', async ({ page, startEmulator, startConsole }) => {
  const emulator = await startEmulator()
  const pool = await createPool(emulator, { name: 'Desk', DeveloperProviderName: PROVIDER })
  const ada = await linkUsers(emulator, pool, { users: ['ada'] })
  const inputs: string[] = []
  const proxy = await startDelays(emulator, ({ operation, input }) => {
    inputs.push(`${operation} ${input}`)
    return undefined
  })
  const { url } = await startConsole({
    config: { connections: [{ id: 'own', name: 'Own', endpoint: proxy.url, regions: ['us-east-1', 'eu-west-1'] }] },
  })
  const token = jwt({ iss: 'https://accounts.google.com', sub: '4711', aud: 'the-app', exp: 1_700_000_000 })
  const access = jwt({ token_use: 'access', scope: 'openid' })
  const openId = jwt({ iss: 'https://cognito-identity.amazonaws.com', sub: ada, aud: pool.id })
  const arn = `arn:aws:cognito-identity:us-east-1:123456789012:identitypool/${pool.id}`
  const identity = page.getByRole('region', { name: 'Identity', exact: true })
  const read = page.getByRole('region', { name: 'Token', exact: true })
  const opened = page.getByText('This is the ID of a pool: Desk')
  const choice = page.getByRole('list', { name: 'What is meant' })
  const around = (thing: string) => surroundingsOf(thing)
  // No two in a row show the same, so that none is taken for the next one.
  const pasted = around(ada).flatMap((text, index): [string, typeof identity][] => [
    [text, identity],
    [around(token)[index] ?? '', read],
    [around(index % 2 === 0 ? pool.id : arn)[index] ?? '', opened],
    [around(index % 2 === 0 ? access : openId)[index] ?? '', read],
  ])
  expect(pasted).toHaveLength(48)
  await page.goto(`${url}/own/find`)
  const box = page.getByRole('textbox', { name: 'Who is it?' })
  let before: typeof identity | null = null
  for (const [text, shown] of [...pasted, [`{"id_token":"${token}","access_token":"${access}"}`, choice] as const]) {
    await box.fill(text)
    await box.press('Enter')
    await expect(shown, text).toBeVisible()
    if (before) await expect(before).toBeHidden()
    before = shown
  }
  await choice.getByRole('button', { name: /^Access token/ }).click()
  await expect(page.getByText('None: it is an access token')).toBeVisible()
  await box.fill(`${ada} ${token}`)
  await box.press('Enter')
  await choice.getByRole('button', { name: `Identity ${ada}` }).click()
  await expect(identity).toBeVisible()
  const lookedUp = inputs.filter(
    (input) => input.startsWith('LookupDeveloperIdentity') && input.includes('DeveloperUserIdentifier'),
  )
  expect(lookedUp).toEqual([])
  for (const secret of [token, access, openId]) expect(inputs.join('\n')).not.toContain(secret.slice(0, 60))
  await proxy.stop()
})

/** What an ID or a token is copied with. */
const surroundingsOf = (thing: string) => [
  thing,
  `"${thing}",`,
  `{"id_token":"${thing}"}`,
  `token=${thing}&state=1`,
  `(${thing})`,
  `\`${thing}\``,
  `“${thing}”`,
  `-H 'Authorization: Bearer ${thing}'`,
  `https://app.example/cb#x=${encodeURIComponent(thing)}&y=1`,
  `12:00:01 INFO signed in ${thing}.`,
  `Cookie: a=1; session=${thing}; b=2`,
  `[${thing}];`,
]

test('Find claims no more than it asked, and carries its words to other connections', async ({
  page,
  startEmulator,
  startConsole,
  expectAccessible,
}) => {
  const emulator = await startEmulator()
  const orders = await createPool(emulator, { name: 'Orders', DeveloperProviderName: PROVIDER })
  await createPool(emulator, { name: 'Kiosk', DeveloperProviderName: PROVIDER })
  await createPool(emulator, { name: 'Open' })
  const ada = await linkUsers(emulator, orders, { users: ['Ada@example.com'] })
  const loyalty = await startEmulator()
  const cards = await createPool(loyalty, { name: 'Cards', DeveloperProviderName: PROVIDER })
  const card = await linkUsers(loyalty, cards, { users: ['48213'] })
  const outage = await startRegionalOutage(emulator, 'eu-west-1')
  const regions = ['us-east-1', 'eu-west-1']
  const { url } = await startConsole({
    config: {
      connections: [
        { id: 'shop', name: 'Shop Production', endpoint: outage.url, regions },
        { id: 'loyalty', name: 'Loyalty App', endpoint: loyalty.url, regions: ['us-east-1'] },
      ],
    },
  })
  await page.goto(`${url}/shop/find`)
  const box = page.getByRole('textbox', { name: 'Who is it?' })
  const left = page.getByRole('region', { name: 'Not asked' }).first()
  const look = async (text: string) => {
    await box.fill(text)
    await box.press('Enter')
  }
  await look('48213')
  await expect(page.getByText('None of the 2 pools that could be asked knows 48213')).toBeVisible()
  await expect(left).toContainText('eu-west-1 was not read')
  await expect(left).toContainText('1 pool has no developer provider and cannot be asked: Open.')
  await expect(page.getByText('the service has no such call')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('combobox', { name: 'Look users up in' }).selectOption({ label: 'Kiosk (us-east-1)' })
  await expect(page.getByText('The 1 pool that could be asked does not know 48213')).toBeVisible()
  await expect(left).toContainText('Only Kiosk was asked, as chosen: 2 pools of this connection were not.')
  await left.getByRole('button', { name: 'Ask every pool' }).click()
  await expect(page.getByText('None of the 2 pools that could be asked knows 48213')).toBeVisible()

  await page.getByRole('button', { name: 'Look in all connections' }).click()
  await expect(page.getByRole('region', { name: '48213 in Cards' })).toBeVisible()
  await look(card)
  await expect(page.getByText(`Shop Production has no identity ${card}`)).toBeVisible()
  await page.getByRole('button', { name: 'Look in Loyalty App' }).click()
  await expect(page).toHaveURL(`${url}/loyalty/find`)
  await expect(page.getByRole('region', { name: 'Identity', exact: true })).toContainText(card)
  await page.goBack()

  await look('ada@EXAMPLE.com')
  await expect(page.getByText('None of the 2 pools that could be asked knows ada@EXAMPLE.com')).toBeVisible()
  await page.getByRole('region', { name: 'Other spellings' }).getByRole('button', { name: 'ada@example.com' }).click()
  await expect(page.getByRole('heading', { name: 'Results for ada@example.com' })).toBeVisible()
  await look('Ada@example.com')
  const found = page.getByRole('region', { name: 'Ada@example.com in Orders' })
  await expect(found.getByRole('link', { name: 'Open identity' })).toBeVisible()
  await expect(found).toContainText(ada)
  await look('x'.repeat(1100))
  await expect(page.getByText('This has 1,100 characters')).toBeVisible()
  await expect(found).toHaveCount(0)

  await look('us-east-1:4728cf75')
  await expect(page.getByText('The ID us-east-1:4728cf75 is incomplete')).toBeVisible()
  await page.getByRole('button', { name: 'Look it up exactly as typed' }).click()
  await expect(page.getByText('None of the 2 pools that could be asked knows us-east-1:4728cf75')).toBeVisible()
  await look(ada.slice(ada.indexOf(':') + 1))
  await page.getByRole('button', { name: 'Identity in us-east-1' }).click()
  await expect(page.getByRole('region', { name: 'Identity', exact: true })).toContainText(ada)
  await outage.stop()
})

test('an identity that may not be read says so and can be asked for again', async ({
  page,
  startEmulator,
  startConsole,
}) => {
  const emulator = await startEmulator()
  const pool = await createPool(emulator, { name: 'Orders', DeveloperProviderName: PROVIDER })
  await linkUsers(emulator, pool, { users: ['ada'] })
  await emulator.fault({ operation: 'DescribeIdentity', error: 'AccessDeniedException', count: 1 })
  const { url } = await startConsole({
    config: { connections: [{ id: 'own', endpoint: emulator.url, regions: ['us-east-1'] }] },
  })
  await page.goto(`${url}/own/find`)
  await page.getByRole('textbox', { name: 'Who is it?' }).fill('ada')
  await page.keyboard.press('Enter')
  const found = page.getByRole('region', { name: 'ada in Orders' })
  await expect(found.getByText('The identity could not be read')).toBeVisible()
  await expect(found.getByText('Not read').first()).toBeVisible()
  await found.getByRole('button', { name: 'Try again' }).click()
  await expect(found.getByText('Authenticated')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.getByRole('textbox', { name: 'Who is it?' }).press('Enter')
  await page.keyboard.type('51177')
  await expect(page.getByRole('textbox', { name: 'Who is it?' })).toHaveValue('51177')
})

test('the palette takes the first letters, wherever they are typed', async ({ page, createPool }) => {
  const pool = await createPool({ DeveloperProviderName: PROVIDER })
  await page.goto('/test/find')
  await expect(page.getByRole('textbox', { name: 'Who is it?' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('70010')
  await expect(page.getByLabel('Pool, identity ID, page or action')).toHaveValue('70010')
  await expect(page.getByRole('option', { name: 'Find the user 70010' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Who is it?' })).toHaveValue('')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByLabel('Pool, identity ID, page or action').fill(`"${pool.id}",`)
  await expect(page.getByRole('option').first()).toHaveAccessibleName(new RegExp(pool.name))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(pool.name)
})
