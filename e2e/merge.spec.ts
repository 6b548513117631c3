import { expect, test } from './fixtures.ts'
import { audited } from './fixtures/audit-log.ts'
import { linkUsers } from './fixtures/people.ts'
import { poolPath } from './fixtures/paths.ts'

const PROVIDER = 'login.members.example'

test('any change of a box ends the comparison that was made before', async ({ page, console, createPool, emulator }) => {
  const pool = await createPool({ DeveloperProviderName: PROVIDER })
  for (const user of ['80020', '80021', '80022']) await linkUsers(emulator, pool, { users: [user] })
  await page.goto(`${poolPath(pool)}/developer-identities`)
  const stays = page.getByRole('textbox', { name: /User who stays|Keep the identity of/ })
  const moves = page.getByRole('textbox', { name: /User who moves|Move everything from/ })
  const merge = page.getByRole('button', { name: 'Merge identities' })
  const compare = page.getByRole('button', { name: /^Compare/ })
  const compareAgain = async (first: string, second: string) => {
    await stays.fill(first)
    await moves.fill(second)
    await compare.click()
    await expect(merge).toBeVisible()
  }

  await compareAgain('80020', '80021')
  await moves.fill('80022')
  await expect(merge).toHaveCount(0)
  expect(await audited(console, pool.id)).toEqual([])
})
