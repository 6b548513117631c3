import { expect, test } from './fixtures.ts'
import { closeReport, confirmDeletion, expectSaid, selectFirst } from './fixtures/deletion.ts'
import { identitiesPath, identityPath, poolPath } from './fixtures/paths.ts'

test('one deletion of many is one entry with its batches inside, in the log, the pool’s history and the export', async ({
  page,
  console,
  seededPool,
  expectAccessible,
}) => {
  const { pool, ids } = await seededPool({ guests: 150 })
  await page.goto(identitiesPath(pool))
  await selectFirst(page, ids, 130)
  await confirmDeletion(page, 130)
  await expectSaid(page, 'Deleted 130 identities.')
  await closeReport(page)

  await page.goto(`/audit?pool=${encodeURIComponent(pool.id)}`)
  const log = page.getByRole('table', { name: 'Audit log' })
  const rows = log.getByRole('row').filter({ has: page.getByRole('rowheader') })
  await expect(rows).toHaveText([/Delete identities.*Succeeded.*130 in 3 batches/])
  await rows.getByRole('button', { name: 'Delete identities' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete identities · 130 in 3 batches' })
  await dialog.getByText('The 3 batches of this run').click()
  const batches = page.getByRole('list', { name: 'Batches' })
  await expect(batches.getByRole('listitem')).toHaveCount(3)
  await expect(batches).toContainText('60 identities')
  await expectAccessible(page)
  await batches.getByRole('link').last().click()
  await expect(page.getByText('One batch of a run: 130 in 3 batches')).toBeVisible()
  await expect(page.getByRole('link', { name: ids[0] ?? '' })).toBeVisible()
  await page.getByRole('link', { name: 'Open the whole run' }).click()
  await expect(page.getByRole('heading', { name: 'Delete identities · 130 in 3 batches' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Batches' }).getByRole('listitem')).toHaveCount(3)

  await page.goto(`${poolPath(pool)}/history`)
  const history = page.getByRole('list', { name: 'History' }).locator(':scope > li')
  await expect(history.getByRole('heading')).toHaveText(['Delete identities · 130 in 3 batches'])
  await expectAccessible(page)

  await page.goto(identityPath(ids[0] ?? ''))
  await expect(page.getByRole('region', { name: 'Audit entries' }).getByRole('listitem')).toContainText([
    'Delete identities',
  ])

  const csv = await (await fetch(`${console.url}/api/audit?pool=${encodeURIComponent(pool.id)}`)).text()
  const lines = csv.trimEnd().split('\r\n')
  const run = lines[0]?.split(',').indexOf('run_id') ?? -1
  const deletions = [...csv.matchAll(/^\d+,[^,]+,DeleteIdentities,succeeded,/gm)]
  expect(deletions).toHaveLength(3)
  expect(run).toBeGreaterThan(0)
  expect(new Set([...csv.matchAll(/,([\da-f]{32}),(?:\r\n|$)/g)].map(([, id]) => id)).size).toBe(1)
})
