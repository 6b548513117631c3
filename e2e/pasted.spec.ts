import { expect, test } from './fixtures.ts'
import { startDelays } from './fixtures/delays.ts'
import { jwt } from './fixtures/jwt.ts'
import { linkUsers } from './fixtures/people.ts'
import { createPool } from './fixtures/pools.ts'

const PROVIDER = 'login.members.example'

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
  await box.fill(`user=ada identity=${ada} pool=${pool.id}`)
  await box.press('Enter')
  await expect(choice.getByRole('listitem')).toHaveText([/^Identity/, /^Pool Desk/, 'Developer user identifier ada'])
  await choice.getByRole('button', { name: 'Developer user identifier ada' }).click()
  await expect(page.getByRole('region', { name: 'ada in Desk' })).toContainText(ada)
  await box.fill('12:00:01 sign-in of ada-1 failed for the second time')
  await box.press('Enter')
  await expect(choice.getByRole('listitem')).toHaveText(['Developer user identifier ada-1'])
  await box.fill(token.slice(60))
  await box.press('Enter')
  await expect(page.getByText('This looks like a token, and cannot be read')).toBeVisible()
  expect(inputs.join('\n')).not.toContain('ada-1')
  expect(inputs.join('\n')).not.toContain(token.slice(60, 90))
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
  await page.keyboard.type('123')
  await expect(page.getByLabel('Pool, identity ID, page or action')).toHaveValue('123')
  await page.getByLabel('Pool, identity ID, page or action').fill(`"${pool.id}",`)
  await expect(page.getByRole('option').first()).toHaveAccessibleName(new RegExp(pool.name))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(pool.name)
})
