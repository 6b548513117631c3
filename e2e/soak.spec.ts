import { DeleteIdentityPoolCommand } from '@aws-sdk/client-cognito-identity'
import { expect, test } from './fixtures.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { residentMiB } from './fixtures/memory.ts'
import { identitiesPath } from './fixtures/paths.ts'

/** A few in every run, hundreds in `npm run soak`. */
const ROUNDS = Number(process.env.LIFEGUARD_SOAK_ROUNDS ?? 3)
const GROWTH_MIB = 150

test('the console serves deletion after deletion without growing', async ({
  page,
  console: served,
  emulator,
  createPool,
  seedIdentities,
}) => {
  test.setTimeout(60_000 + ROUNDS * 15_000)
  const memory: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const pool = await createPool()
    await seedIdentities(pool, { guests: 40, authenticated: 15, disabled: 5 })
    await page.goto(identitiesPath(pool))
    await page.getByRole('checkbox', { name: 'Select all loaded' }).click()
    await page.getByRole('button', { name: 'Delete 60 identities', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Delete 60 identities' })
    await dialog.getByRole('textbox', { name: 'Type 60 to confirm' }).fill('60')
    await dialog.getByRole('button', { name: 'Delete 60 identities', exact: true }).click()
    await expect(dialog.getByText('Deleted 60 identities.')).toBeVisible()
    expect(await listIdentities(emulator, pool)).toEqual([])
    await emulator.client(pool.region).send(new DeleteIdentityPoolCommand({ IdentityPoolId: pool.id }))
    memory.push(await residentMiB(served.pid))
  }
  test.info().annotations.push({ type: 'memory in MiB', description: memory.map(Math.round).join(', ') })
  expect((memory.at(-1) ?? Number.NaN) - (memory[0] ?? Number.NaN)).toBeLessThan(GROWTH_MIB)
})
