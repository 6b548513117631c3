import { expect, test } from './fixtures.ts'
import { confirmDeletion, dialogOf, selectFirst } from './fixtures/deletion.ts'
import { jobsPath, startSlowConsole } from './fixtures/jobs.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { identitiesPath } from './fixtures/paths.ts'

test('a job goes on at the next start when the launcher alone was killed, and each identity goes once', async ({
  page,
  emulator,
  startConsole,
  seededPool,
}) => {
  test.slow()
  const { pool, ids } = await seededPool({ guests: 310 })
  const started = await startSlowConsole(startConsole, emulator, 1)
  await page.goto(`${started.url}${identitiesPath(pool)}`)
  await selectFirst(page, ids, 300)
  await confirmDeletion(page, 300)
  await expect(dialogOf(page).getByText(/^[1-9]\d* of 300 deleted$/)).toBeVisible()
  await dialogOf(page).getByRole('button', { name: 'Close' }).last().click()
  await page.goto('about:blank')
  process.kill(started.pid, 'SIGKILL')
  // Its server ends a moment later, and has the address until then.
  await expect(() => started.comeBack()).toPass({ timeout: 60_000 })
  await page.goto(`${started.url}${jobsPath()}`)
  const row = page.getByRole('row').filter({ hasText: 'Delete 300 identities' })
  await expect(row).toContainText('300 of 300 deleted')
  await expect(row).toContainText('Done')
  expect(await listIdentities(emulator, pool)).toEqual(ids.slice(300))
})
