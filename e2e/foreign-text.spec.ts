import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openRoles, setRoles } from './fixtures/roles.ts'
import { roleArn, startIam, trustFor } from './fixtures/iam.ts'

/** What somebody copies who selects all that stands in a place. */
async function copied(page: Page, place: Locator): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await place.evaluate((node) => window.getSelection()?.selectAllChildren(node))
  await page.keyboard.press('ControlOrMeta+C')
  return page.evaluate(() => navigator.clipboard.readText())
}

test('names and tags of others show what is hidden in them, and turn nothing round', async ({
  page,
  createPool,
  expectAccessible,
}) => {
  const end = crypto.randomUUID().slice(0, 8)
  const value = 'ada\u202emoc.elpmaxe@ecila'
  const pool = await createPool({ name: ` Shop  ${end}`, IdentityPoolTags: { owner: value } })
  const plain = await createPool()
  await page.goto(`/test/pools?q=${end}`)
  const link = page.getByRole('rowheader').getByRole('link')
  await expect(link).toHaveAccessibleName(new RegExp(`^blank ?Shop ?2 times blank ?${end}$`))
  await expectAccessible(page)
  expect(await copied(page, link)).toBe(` Shop  ${end}`)
  await link.click()
  await expect(page.getByRole('heading', { level: 1 }).getByRole('img')).toHaveCount(2)

  await page.goto(`/test/compare?left=test/${pool.id}&right=test/${plain.id}`)
  const cell = page.getByRole('row').filter({ hasText: 'owner' }).getByRole('cell').first()
  await expect(cell.getByRole('img', { name: 'right-to-left override' })).toBeVisible()
  const lefts = await cell.locator('bdi').evaluate((node) =>
    [...node.childNodes].map((child) => {
      const range = document.createRange()
      range.selectNodeContents(child)
      return Math.min(...[...range.getClientRects()].map(({ left }) => left))
    }),
  )
  expect(lefts).toEqual(lefts.toSorted((one, other) => one - other))
  expect(await copied(page, cell)).toBe(value)
  await expectAccessible(page)
})

test('a finding names the misspelt key of a role that nobody can take', async ({
  page,
  emulator,
  createPool,
  startConsole,
  expectAccessible,
}) => {
  const pool = await createPool({ AllowUnauthenticatedIdentities: false, AllowClassicFlow: false })
  const right = JSON.stringify(trustFor(pool.id, 'authenticated'))
  const misspelt = JSON.parse(
    right.replace('cognito-identity.amazonaws.com:amr', 'cognito-identity.amazon.com:amr'),
  ) as object
  const other = JSON.parse(right.replace('"authenticated"', '"accounts.google.com"')) as object
  const iam = await startIam({ AppUser: misspelt, OtherUser: other })
  const reading = await startConsole({ env: { AWS_ENDPOINT_URL_IAM: iam.url } })
  await setRoles(emulator, pool, { Roles: { authenticated: roleArn('AppUser') } })
  await page.goto(`${reading.url}/test/pools/${pool.id}`)
  const findings = page.getByRole('list', { name: 'Findings', exact: true })
  await expect(findings.getByRole('heading')).toHaveText(['A role does not trust the pool'])
  await expect(findings).toContainText(
    'The condition key cognito-identity.amazon.com:amr is not one that the service sends, so nobody can take this role. Did you mean cognito-identity.amazonaws.com:amr?',
  )
  await openRoles(page, pool, reading.url)
  const role = page.getByLabel('Authenticated role', { exact: true })
  await expect(role).toHaveAccessibleDescription(/so nobody can take this role/)
  await role.fill(roleArn('OtherUser'))
  await expect(role).toHaveAccessibleDescription(/only users of Google, which is no login provider of this pool/)
  await expectAccessible(page)
  await iam.stop()
})
