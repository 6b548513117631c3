import { randomBytes } from 'node:crypto'
import { startPostgres } from '../tools/postgres-server.ts'
import { expect, test } from './fixtures.ts'
import { confirmDeletion, dialogOf, selectFirst } from './fixtures/deletion.ts'
import { figureOf, startSlowConsole, trayOf } from './fixtures/jobs.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { identitiesPath, poolPath } from './fixtures/paths.ts'

test('two copies on one PostgreSQL show and steer one job, and the other goes on when the first one is stopped', async ({
  page,
  context,
  emulator,
  startConsole,
  seededPool,
}) => {
  test.slow()
  const postgres = await startPostgres()
  try {
    const { pool, ids } = await seededPool({ guests: 430 })
    const env = {
      DATABASE_URL: postgres.url,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    }
    const first = await startSlowConsole(startConsole, emulator, 0.25, { env })
    const second = await startSlowConsole(startConsole, emulator, 0.25, { env })
    await page.goto(`${first.url}${identitiesPath(pool)}`)
    await selectFirst(page, ids, 420)
    await confirmDeletion(page, 420)
    await expect(dialogOf(page).getByText(/^[1-9]\d* of 420 deleted$/)).toBeVisible()

    const other = await context.newPage()
    await other.goto(`${second.url}${poolPath(pool)}`)
    await expect(trayOf(other)).toContainText(/Running · \d+ of 420 deleted/)
    await trayOf(other).getByRole('link', { name: 'Delete 420 identities' }).click()
    await other.getByRole('button', { name: 'Pause' }).click()
    await expect(dialogOf(page).getByText('Paused', { exact: true })).toBeVisible()
    await other.getByRole('button', { name: 'Resume' }).click()
    await expect(dialogOf(page).getByRole('button', { name: 'Pause' })).toBeVisible()

    await page.close()
    await first.leave()
    await expect(figureOf(other, 'Deleted')).toHaveText('420', { timeout: 90_000 })
    await expect(other.getByText('Done', { exact: true })).toBeVisible()
    await expect(figureOf(other, 'Not attempted')).toHaveText('0')
    expect(await listIdentities(emulator, pool)).toEqual(ids.slice(420))
    await other.close()
    await second.leave()
  } finally {
    await postgres.stop()
  }
})
