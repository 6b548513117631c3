import { expect, test } from './fixtures.ts'
import { boxOf, closeReport, confirmOne, expectSaid } from './fixtures/deletion.ts'
import { identitiesPath, poolPath } from './fixtures/paths.ts'
import { linkUsers } from './fixtures/people.ts'

test('a deletion tells whom it took: in the pool’s history, to a search by the customer’s number, and in the export', async ({
  page,
  console,
  emulator,
  createPool,
}) => {
  const pool = await createPool({ DeveloperProviderName: 'login.members.example' })
  const identityId = await linkUsers(emulator, pool, { users: ['60001', 'ada@example.com'] })
  await page.goto(identitiesPath(pool))
  await boxOf(page, identityId).click()
  await page.getByRole('button', { name: 'Delete 1 identity', exact: true }).click()
  await confirmOne(page)
  await expectSaid(page, 'Deleted 1 identity.')
  await closeReport(page)

  await page.goto(`${poolPath(pool)}/history`)
  const history = page.getByRole('list', { name: 'History' }).locator(':scope > li')
  await expect(history).toHaveText([/Delete identities.*1 deleted, 0 refused/s])
  await expect(history).toContainText(
    'Authenticated; logins login.members.example; developer users 60001, ada@example.com',
  )

  await page.goto('/audit?user=60001')
  const rows = page.getByRole('table', { name: 'Audit log' }).getByRole('row')
  await expect(rows.filter({ has: page.getByRole('rowheader') })).toHaveText([/Delete identities.*Succeeded/])

  const csv = await (await console.ask(`/api/audit?user=60001`)).text()
  expect(csv).toContain('developer users 60001')
  const refused = await console.ask(`/api/audit?text=%00`)
  expect([refused.status, await refused.json()]).toEqual([
    400,
    { code: 'VALIDATION', message: 'What is searched for is plain text; this holds a character that is none.' },
  ])
})
