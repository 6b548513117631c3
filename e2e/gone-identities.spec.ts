import { DeleteIdentitiesCommand } from '@aws-sdk/client-cognito-identity'
import { expect, test } from './fixtures.ts'
import { openAccessTest, ROLES, runAccessTest } from './fixtures/access-test.ts'
import { closeReport, confirmDeletion, dialogOf, expectSaid, leftRows } from './fixtures/deletion.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { linkUsers } from './fixtures/people.ts'
import { createPool, seedIdentities } from './fixtures/pools.ts'
import { setRoles } from './fixtures/roles.ts'

const MAY_BE_GONE = /^AccessDenied.*or it does not exist\.$/

for (const answer of ['ignore', 'deny'] as const) {
  test(`identities that somebody deleted meanwhile are coped with, when the service's answer is to ${answer} them`, async ({
    page,
    startEmulator,
    startConsole,
  }) => {
    const ignored = answer === 'ignore'
    const emulator = await startEmulator({ 'unknown-ids': answer })
    const pool = await createPool(emulator, { DeveloperProviderName: 'login.members.example' })
    await setRoles(emulator, pool, { Roles: ROLES })
    await seedIdentities(emulator, pool, { guests: 3 })
    const [first = ''] = await listIdentities(emulator, pool)
    const ada = await linkUsers(emulator, pool, { users: ['ada', 'ada@example.com'] })
    const deleteElsewhere = (identityId: string) =>
      emulator.client(pool.region).send(new DeleteIdentitiesCommand({ IdentityIdsToDelete: [identityId] }))
    const { url } = await startConsole({
      config: { connections: [{ id: 'own', endpoint: emulator.url, regions: ['us-east-1'] }] },
    })

    await page.goto(`${url}/own/pools/${pool.id}/identities`)
    await expect(page.getByText('All 4 identities are loaded.')).toBeAttached()
    await deleteElsewhere(first)
    await page.getByRole('checkbox', { name: 'Select all loaded' }).click()
    await page.getByRole('checkbox', { name: `Select ${ada}` }).click()
    await confirmDeletion(page, 3)
    await expectSaid(page, ignored ? 'Deleted 3 identities.' : 'Deleted 2 of 3 identities.')
    if (!ignored) {
      await expect(leftRows(page)).toHaveCount(1)
      await expect(leftRows(page).getByRole('cell', { name: MAY_BE_GONE })).toBeVisible()
      await dialogOf(page).getByRole('button', { name: 'Retry failed' }).click()
      await expectSaid(page, 'Deleted 3 identities.')
    }
    expect(await listIdentities(emulator, pool)).toEqual([ada])

    await page.goto(`${url}/own/identities/${ada}`)
    const unlink = page.getByRole('button', { name: 'Unlink ada@example.com' })
    await expect(unlink).toBeVisible()
    await deleteElsewhere(ada)
    // A page that comes alive slowly reads once more, and may have found out before anybody presses.
    await unlink.click({ timeout: 10_000 }).catch(() => undefined)
    const gone = page.getByRole('alert').filter({ hasText: 'This identity is gone' })
    await expect(gone).toContainText('outside Lifeguard')
    await expect(page.getByRole('button', { name: 'More', exact: true })).toHaveCount(0)
    await expect(dialogOf(page)).toHaveCount(0)

    await openAccessTest(page, pool, `${url}/own`)
    await page.getByRole('checkbox', { name: 'OpenID token' }).uncheck()
    await runAccessTest(page, 'Finished: 2 answered.')
    const [made = ''] = await listIdentities(emulator, pool)
    await deleteElsewhere(made)
    await page.getByRole('button', { name: 'Delete the identity this test made' }).click()
    await dialogOf(page).getByRole('button', { name: 'Delete 1 identity', exact: true }).click()
    await expectSaid(page, ignored ? 'Deleted 1 identity.' : 'Deleted 0 of 1 identity.')
    await closeReport(page)
    await expect(page.getByText(ignored ? 'Cleaned up' : 'This test made an identity', { exact: true })).toBeVisible()
  })
}
