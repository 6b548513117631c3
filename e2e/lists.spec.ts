import { DescribeIdentityCommand } from '@aws-sdk/client-cognito-identity'
import { readFile } from 'node:fs/promises'
import { connectionsOn, expect, test } from './fixtures.ts'
import { figureOf } from './fixtures/jobs.ts'
import { poolPath } from './fixtures/paths.ts'
import { linkUsers } from './fixtures/people.ts'

const provider = 'login.members.example'
const GOOGLE = 'accounts.google.com'

test('a list of users is looked up by a job, and its results are a file', async ({
  page,
  createPool,
  emulator,
  expectAccessible,
}) => {
  const pool = await createPool({ DeveloperProviderName: provider })
  const ada = await linkUsers(emulator, pool, { users: ['ada', 'ada@example.com'] })
  const bob = await linkUsers(emulator, pool, { users: ['bob'] })
  await page.goto(`${poolPath(pool)}/developer-identities`)
  await page.getByRole('link', { name: 'Look up or merge a list' }).click()
  const box = page.getByRole('textbox', { name: 'Users or identities' })
  await box.fill(`user\nada\n${bob}\nnobody\nada`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Look up 3' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Look up 3' })).toBeVisible()
  await expect(page.getByText('Done', { exact: true })).toBeVisible()
  await expect(figureOf(page, 'Found')).toHaveText('2')
  const found = page.getByRole('table', { name: 'Found' })
  await expect(found.getByRole('row').filter({ hasText: ada })).toContainText('ada, ada@example.com')
  await expect(found.getByRole('row').filter({ hasText: bob })).toContainText(provider)
  await expect(page.getByRole('table', { name: 'Failures' })).toContainText('nobody')
  await expect(page.getByRole('table', { name: 'Failures' })).toContainText('This pool does not know it.')
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Results as CSV' }).click()
  const lines = (await readFile(await (await download).path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines[1]).toMatch(new RegExp(`^ada,${ada},authenticated,`))
  expect(lines[3]).toBe('nobody,,,,,,,refused,ResourceNotFoundException')
  await found.getByRole('link', { name: ada }).click()
  await expect(page).toHaveURL(new RegExp(`/identities/${ada.replace(':', '(?::|%3A)')}`))
})

test('a list of merges names every conflict before anything is merged', async ({
  page,
  createPool,
  emulator,
  expectAccessible,
}) => {
  const pool = await createPool({ DeveloperProviderName: provider, SupportedLoginProviders: { [GOOGLE]: 'app' } })
  const ids: Record<string, string> = {}
  for (const user of ['a', 'b', 'c', 'd', 'e']) ids[user] = await linkUsers(emulator, pool, { users: [user] })
  await page.goto(`${poolPath(pool)}/developer-identities/list`)
  const box = page.getByRole('textbox', { name: 'Pairs of users' })
  await box.fill('keep,move\nb,a\nb,nobody\nd,c\ne,d\nx\n')
  await expect(page.getByText('Line 6 holds no two users that can be looked up, and is left out.')).toBeVisible()
  await expect(page.getByText('“move” moves into “keep”, which stays:')).toBeVisible()
  await expect(page.getByRole('list', { name: 'First pairs' }).getByRole('listitem').first()).toHaveText('amoves intob')
  await page.getByRole('button', { name: 'Check 4 merges' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Check 4 merges' })).toBeVisible()
  await expect(
    page.getByText('1 pair can be merged. 2 pairs are in the way of others. 1 pair cannot, for what is told below.'),
  ).toBeVisible()
  await expect(page.getByRole('table', { name: 'Failures' })).toContainText('SourceNotFound')
  const inTheWay = page.getByRole('table', { name: 'In the way of others' })
  await expect(inTheWay.getByRole('row').filter({ hasText: 'Chain' })).toHaveCount(2)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Clone' }).click()
  await expect(box).toHaveValue('source,destination\na,b\nnobody,b\nc,d\nd,e\n')
  await page.goBack()
  await page.getByRole('button', { name: 'Merge 1 pair' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge 1 pair' })
  await expect(dialog.getByRole('button', { name: 'Merge', exact: true })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Type 1 to confirm' }).fill('1')
  await expectAccessible(page)
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'Merge 1 pair' })).toBeVisible()
  await expect(page.getByText('Done', { exact: true })).toBeVisible()
  await expect(figureOf(page, 'Merged')).toHaveText('1')
  const loginsOf = async (user: string) =>
    (await emulator.client(pool.region).send(new DescribeIdentityCommand({ IdentityId: ids[user] }))).Logins
  expect(await loginsOf('a')).toContain('DISABLED')
  expect(await loginsOf('d')).not.toContain('DISABLED')
})

test('lists are looked up and checked on a connection where nothing can be changed', async ({
  page,
  emulator,
  startConsole,
  createPool,
}) => {
  const pool = await createPool({ DeveloperProviderName: provider })
  for (const user of ['a', 'b']) await linkUsers(emulator, pool, { users: [user] })
  const connections = connectionsOn(emulator).map((one) => ({ ...one, readOnly: true }))
  const { url } = await startConsole({ config: { connections } })
  await page.goto(`${url}${poolPath(pool)}/developer-identities/list`)
  await page.getByRole('textbox', { name: 'Pairs of users' }).fill('a,b')
  await page.getByRole('button', { name: 'Check 1 merge' }).click()
  await expect(page.getByText('1 pair can be merged.')).toBeVisible()
  const merge = page.getByRole('button', { name: 'Merge 1 pair' })
  await expect(merge).toHaveAttribute('aria-disabled', 'true')
})
