import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { closeReport, confirmDeletion, expectSaid, selectFirst } from './fixtures/deletion.ts'
import { identitiesPath, identityPath, poolPath } from './fixtures/paths.ts'

/** The identities that an entry's page names. */
async function namedOn(page: Page, address: string): Promise<string[]> {
  await page.goto(address)
  await expect(page.getByText(/^One batch of a run/)).toBeVisible()
  return page
    .getByRole('main')
    .getByRole('link', { name: /^us-east-1:[\da-f-]+$/ })
    .allInnerTexts()
}

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
  await expect(rows).toHaveText([/Delete identities.*Succeeded.*130 in \d batch/])
  await rows.getByRole('link', { name: 'Delete identities' }).click()
  const details = page.getByRole('complementary', { name: 'Details' })
  await expect(details.getByRole('heading', { name: /^Delete identities · 130 in \d batch/ })).toBeVisible()
  await details.getByText(/^The \d batch(es)? of this job$/).click()
  const batches = page.getByRole('list', { name: 'Batches' })
  await expect(batches).toContainText('Start a job')
  await expect(batches).toContainText('Delete identities')
  await expectAccessible(page)
  // The newest is the work as a whole, then come its batches: together they name each identity once.
  const deletions = batches.getByRole('listitem').filter({ hasText: 'Delete identities' })
  const told = await details.getByRole('heading', { name: /^Delete identities · / }).textContent()
  const count = Number(/130 in (\d) batch/.exec(told ?? '')?.[1])
  await expect(deletions).toHaveCount(count + 1)
  const addresses = await deletions
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => String(Reflect.get(link, 'href'))))
  const named: string[] = []
  for (const address of addresses) named.push(...(await namedOn(page, address)))
  expect(named.toSorted()).toEqual(ids.slice(0, 130).toSorted())
  await page.getByRole('link', { name: 'Open the whole run' }).click()
  await expect(page.getByRole('heading', { name: /^Delete identities · 130 in \d batch/ })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Batches' })).toContainText('Prepare a job')

  await page.goto(`${poolPath(pool)}/history`)
  const history = page.getByRole('list', { name: 'History' }).locator(':scope > li')
  await expect(history.getByRole('heading')).toHaveText([/^Delete identities · 130 in \d batch/])
  await expectAccessible(page)

  await page.goto(identityPath(ids[0] ?? ''))
  await expect(page.getByRole('region', { name: 'Audit entries' }).getByRole('listitem')).toContainText([
    'Delete identities',
  ])

  const csv = await (await console.ask(`/api/audit?pool=${encodeURIComponent(pool.id)}`)).text()
  const lines = csv.trimEnd().split('\r\n')
  const run = lines[0]?.split(',').indexOf('run_id') ?? -1
  const lined = [...csv.matchAll(/^\d+,[^,]+,DeleteIdentities,succeeded,/gm)]
  expect(lined, 'the work and its batches').toHaveLength(count + 1)
  expect(run).toBeGreaterThan(0)
  expect(new Set([...csv.matchAll(/,([\da-f]{32}),,[^,]*,[^,]*(?:\r\n|$)/g)].map(([, id]) => id)).size).toBe(1)
})
