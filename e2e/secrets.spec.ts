import { expect, test } from './fixtures.ts'
import { copiedExports, openAccessTest, ROLES, runAccessTest } from './fixtures/access-test.ts'
import { copiedWith } from './fixtures/clipboard.ts'
import { filesContain } from './fixtures/files-contain.ts'
import { jwt } from './fixtures/jwt.ts'
import { linkUsers } from './fixtures/people.ts'
import { createPool } from './fixtures/pools.ts'
import { setRoles } from './fixtures/roles.ts'
import { expectNoneIn, expectNoneKept, namesIn, watchTraces } from './fixtures/traces.ts'

const PROVIDER = 'login.members.example'
const FACEBOOK = 'graph.facebook.com'
const GOOGLE = 'accounts.google.com'
const EXPIRED = 1_700_000_000
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600
const google = (sub: string, exp = inAnHour()) => jwt({ iss: `https://${GOOGLE}`, sub, aud: 'app', exp })
const payload = (token: string) => token.split('.')[1] ?? ''

test('no token or key leaves a trace, wherever one was used', async ({ page, startEmulator, startConsole }) => {
  test.slow()
  const emulator = await startEmulator()
  const pool = await createPool(emulator, {
    DeveloperProviderName: PROVIDER,
    SupportedLoginProviders: { [FACEBOOK]: '1', [GOOGLE]: 'app' },
    AllowClassicFlow: true,
  })
  await setRoles(emulator, pool, { Roles: ROLES })
  const opaque = `EAA-opaque-${'x'.repeat(60)}`
  const tokens = {
    found: google('found'),
    stale: google('ada', EXPIRED),
    fresh: google('ada'),
    united: google('united'),
    tested: google('eve'),
  }
  const ada = await linkUsers(emulator, pool, {
    users: ['ada'],
    logins: { [GOOGLE]: tokens.fresh, [FACEBOOK]: opaque },
  })
  await linkUsers(emulator, pool, { users: ['bob'] })
  const secrets: Record<string, string> = { opaque }
  for (const [name, token] of Object.entries(tokens)) secrets[name] = payload(token)

  const lifeguard = await startConsole({
    config: { connections: [{ id: 'own', endpoint: emulator.url, regions: ['us-east-1'] }] },
    env: { LOG_LEVEL: 'trace' },
  })
  const traces = watchTraces(page)
  const base = `${lifeguard.url}/own`

  await page.goto(`${base}/find`)
  await page.getByRole('textbox', { name: 'Who is it?' }).fill(`Bearer ${tokens.found}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Pools that take it' }).getByText('Takes it')).toBeVisible()
  await expectNoneIn(page, secrets)

  await page.goto(`${base}/identities/${ada}?pool=${pool.id}`)
  const dialog = page.getByRole('dialog')
  const unlink = dialog.getByRole('button', { name: 'Unlink', exact: true })
  await page.getByRole('button', { name: 'Unlink Google' }).click()
  await dialog.getByRole('textbox', { name: 'Token of Google' }).fill(tokens.stale)
  await unlink.click()
  await expect(dialog.getByText('Nothing was unlinked')).toBeVisible()
  await expect(dialog.getByText(/Token expired/)).toBeVisible()
  await expectNoneIn(page, secrets)
  await dialog.getByRole('textbox', { name: 'Token of Google' }).fill(tokens.fresh)
  await unlink.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Unlink Google' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Unlink Facebook' }).click()
  await dialog.getByRole('radio', { name: /A developer token for ada/ }).check()
  await unlink.click()
  await expect(dialog.getByText(/Can't pass in a Cognito token/)).toBeVisible()
  await dialog.getByRole('radio', { name: 'A token of the user' }).check()
  await dialog.getByRole('textbox', { name: 'Token of Facebook' }).fill(opaque)
  await unlink.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Unlink Facebook' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Link identifier' }).click()
  await dialog.getByRole('textbox', { name: 'Developer user identifier' }).fill('ada@example.com')
  await dialog.getByRole('button', { name: 'Link identifier' }).click()
  await expect(page.getByRole('button', { name: 'Unlink ada@example.com' })).toBeVisible()
  await expectNoneIn(page, secrets)

  await page.getByRole('button', { name: 'Link identifier' }).click()
  await dialog.getByRole('button', { name: 'Bring a login here' }).click()
  await dialog.getByRole('combobox', { name: 'Token of' }).selectOption('Google')
  await dialog.getByRole('textbox', { name: 'Token of Google' }).fill(tokens.united)
  await dialog.getByRole('button', { name: 'Compare', exact: true }).click()
  await dialog.getByRole('button', { name: 'Unite 2 identities' }).click()
  await expect(dialog.getByText('United, and as the preview said')).toBeVisible()
  await expectNoneIn(page, secrets)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('button', { name: 'Link identifier' }).click()
  await dialog.getByRole('textbox', { name: 'Developer user identifier' }).fill('ada@linked.example')
  await dialog.getByRole('textbox', { name: 'Token of Google' }).fill(tokens.united)
  await dialog.getByRole('button', { name: 'Link identifier' }).click()
  await expect(page.getByRole('button', { name: 'Unlink ada@linked.example' })).toBeVisible()
  await expectNoneIn(page, secrets)

  await page.goto(`${base}/pools/${pool.id}/developer-identities`)
  await page.getByRole('textbox', { name: 'Keep the identity of' }).fill('ada')
  await page.getByRole('textbox', { name: 'Move everything from' }).fill('bob')
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('button', { name: 'Merge identities' }).click()
  await page.getByRole('button', { name: 'Merge 2 identities' }).click()
  await expect(page.getByText('Merged, and as the preview said')).toBeVisible()
  await expectNoneIn(page, secrets)

  await openAccessTest(page, pool, base)
  const show = page.getByRole('button', { name: 'Show OpenID token' })
  const subjects: [string, string, () => Promise<void>][] = [
    ['guest', 'A guest', async () => undefined],
    ['login', 'A login', () => page.getByRole('textbox', { name: 'Token of Google' }).fill(tokens.tested)],
    ['user', 'A developer user', () => page.getByRole('textbox', { name: 'Developer user identifier' }).fill('ada')],
  ]
  for (const [name, label, fill] of subjects) {
    await page.getByText(label, { exact: true }).click()
    if (name === 'login') await page.getByRole('combobox', { name: 'Login provider' }).selectOption(GOOGLE)
    await fill()
    await runAccessTest(page, 'Finished: 3 answered.')
    const exported = await copiedExports(page)
    secrets[`access key of the ${name}`] = exported['AWS_ACCESS_KEY_ID'] ?? ''
    secrets[`secret key of the ${name}`] = exported['AWS_SECRET_ACCESS_KEY'] ?? ''
    secrets[`session token of the ${name}`] = exported['AWS_SESSION_TOKEN'] ?? ''
    const copied = await copiedWith(page, page.getByRole('button', { name: 'Copy OpenID token' }))
    secrets[`OpenID token of the ${name}`] = payload(copied)
    await expectNoneIn(page, secrets)
    await show.click()
    const shown = namesIn(await page.content(), secrets)
    expect(shown, 'what is shown on demand').toEqual([`OpenID token of the ${name}`])
    await page.getByRole('button', { name: 'Hide OpenID token' }).click()
    await expectNoneIn(page, secrets)
  }
  expect(Object.values(secrets).every((secret) => secret.length > 15)).toBe(true)
  expect(new Set(Object.values(secrets)).size, 'secrets that differ').toBe(Object.keys(secrets).length)
  await page.getByRole('link', { name: 'History', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Access test: get credentials' })).toHaveCount(3)
  await expectNoneIn(page, secrets)
  await page.goto(`${lifeguard.url}/audit`)
  await expect(page.getByText('Unlink login').first()).toBeVisible()
  await expectNoneIn(page, secrets)

  expect(namesIn(traces(), secrets), 'addresses, headers and messages').toEqual([])
  const audited = await expectNoneKept(lifeguard, secrets)
  const operations =
    'UnlinkIdentity,GetOpenIdTokenForDeveloperIdentity,MergeDeveloperIdentities,GetId,GetOpenIdToken,UniteIdentities'
  for (const operation of [...operations.split(','), 'TraceToken', 'TestDeveloperSignIn', 'GetCredentialsForIdentity'])
    expect(audited).toContain(operation)
  expect(await filesContain(lifeguard.dataDirectory, 'TestDeveloperSignIn')).toBe(true)
})
