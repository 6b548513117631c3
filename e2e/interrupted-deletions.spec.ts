import { connectionsOn, expect, test } from './fixtures.ts'
import { closeReport, confirmDeletion, dialogOf, expectSaid, leftRows, selectFirst } from './fixtures/deletion.ts'
import { figureOf, startSlowConsole, trayOf } from './fixtures/jobs.ts'
import { holdAction } from './fixtures/hold-action.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { identitiesPath, poolPath } from './fixtures/paths.ts'

test('a cancelled deletion tells how far it came, and what is left stays selected', async ({
  page,
  emulator,
  startConsole,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 905 })
  const { url } = await startSlowConsole(startConsole, emulator, 1)
  await page.goto(`${url}${identitiesPath(pool)}`)
  await selectFirst(page, ids, 900)
  await confirmDeletion(page, 900)

  const progress = dialogOf(page).getByRole('progressbar', { name: 'Deletion progress' })
  await expect(progress).toHaveAttribute('aria-valuemax', '900')
  await expect(progress).toHaveAttribute('aria-valuetext', /^(60|120) of 900 deleted$/)
  await dialogOf(page).getByRole('button', { name: 'Pause' }).click()
  await expect(dialogOf(page).getByText('Paused', { exact: true })).toBeVisible()
  await dialogOf(page).getByRole('button', { name: 'Resume' }).click()
  await expect(dialogOf(page).getByRole('button', { name: 'Pause' })).toBeVisible()
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(dialogOf(page).getByText('The deletion was cancelled.')).toBeVisible()
  const left = await listIdentities(emulator, pool)
  expect(left).toEqual(ids.slice(905 - left.length))
  const gone = 905 - left.length
  await expectSaid(page, `Deleted ${gone} of 900 identities.`)
  await expectSaid(page, `${900 - gone} not attempted`)
  // The first of them, as a list that goes on has.
  await expect(leftRows(page)).toHaveCount(Math.min(300, 900 - gone))
  await expect(leftRows(page).first()).toContainText(ids[gone] ?? '')
  await expect(leftRows(page).first()).toContainText('Not attempted')
  await closeReport(page)
  await expect(page.getByText(`${900 - gone} selected`, { exact: true })).toBeVisible()
  await expect(page.getByText(`All ${left.length} identities are loaded.`)).toBeVisible()
})

test('leaving a deletion that is being handed over asks, and nothing is deleted by who leaves', async ({
  page,
  emulator,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 3 })
  await page.goto(poolPath(pool))
  await page.getByRole('link', { name: 'Identities', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Select all loaded' }).click()
  const handing = await holdAction(page, ids[0] ?? '')
  await confirmDeletion(page, 3)
  await handing.held
  await expectSaid(page, '0 of 3 handed over')
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()
  const asks = page.getByRole('dialog', { name: 'Leave without saving?' })
  await page.evaluate(() => window.history.back())
  await expect(asks).toContainText('The deletion is being handed over.')
  await asks.getByRole('button', { name: 'Stay' }).click()
  await expectSaid(page, '0 of 3 handed over')
  await page.evaluate(() => window.history.back())
  await asks.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(new RegExp(`${poolPath(pool)}$`))
  expect(await listIdentities(emulator, pool)).toEqual(ids)
})

test('a deletion goes on when its dialog and its page are left, and the list drops what is gone', async ({
  page,
  emulator,
  startConsole,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 250 })
  const { url } = await startSlowConsole(startConsole, emulator, 1)
  await page.goto(`${url}${identitiesPath(pool)}`)
  await selectFirst(page, ids, 240)
  await confirmDeletion(page, 240)
  await expect(dialogOf(page).getByText(/ of 240 deleted$/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toHaveCount(0)
  await expect(page.getByRole('link', { name: ids[0] })).toHaveCount(0)
  await page.goto(`${url}${poolPath(pool)}`)
  await expect(trayOf(page)).toContainText('Delete 240 identities')
  await expect(trayOf(page)).toContainText('Done · 240 of 240 deleted')
  expect(await listIdentities(emulator, pool)).toEqual(ids.slice(240))
  await page.getByRole('link', { name: 'Identities', exact: true }).click()
  await expect(page.getByText('All 10 identities are loaded.')).toBeVisible()
})

test('an outage in the middle of a deletion pauses it, which says why, and it goes on from there', async ({
  page,
  emulator,
  fault,
  clearFaults,
  seededPool,
}) => {
  test.slow()
  const { pool, ids } = await seededPool({ guests: 150 })
  await fault({ operation: 'DeleteIdentities', error: 'ServiceUnavailableException', id: ids[60] })
  await page.goto(identitiesPath(pool))
  await selectFirst(page, ids, 150)
  await confirmDeletion(page, 150)
  await expect(dialogOf(page).getByText('It paused by itself')).toBeVisible({ timeout: 30_000 })
  await expectSaid(page, '90 of 150 deleted')
  await expect(dialogOf(page)).toContainText('ServiceUnavailableException')
  expect(await listIdentities(emulator, pool)).toEqual(ids.slice(60, 120))

  await clearFaults()
  await dialogOf(page).getByRole('button', { name: 'Resume' }).click()
  await expectSaid(page, 'Deleted 150 identities.')
  expect(await listIdentities(emulator, pool)).toEqual([])
})

test('a deletion whose answer was lost is settled by itself', async ({ page, startEmulator, startConsole }) => {
  const emulator = await startEmulator({ seed: 70, 'unknown-ids': 'deny' })
  const { url } = await startConsole({ config: { connections: connectionsOn(emulator) } })
  await page.goto(`${url}/test/pools`)
  await page.getByRole('link', { name: 'Load test' }).click()
  await page.getByRole('link', { name: 'Identities', exact: true }).click()
  await expect(page.getByText('All 70 identities are loaded.')).toBeVisible()
  const pool = { id: page.url().split('/').at(-2) ?? '', name: 'Load test', region: 'us-east-1' }
  const ids = await listIdentities(emulator, pool)
  await emulator.fault({ operation: 'DeleteIdentities', error: 'Disconnect', when: 'after', id: ids[60], count: 1 })
  await page.getByRole('checkbox', { name: 'Select all loaded' }).click()
  await confirmDeletion(page, 70)
  await expectSaid(page, 'Deleted 70 identities.')
  expect(await listIdentities(emulator, pool)).toEqual([])
  await dialogOf(page).getByRole('link', { name: 'Open the job' }).click()
  await expect(figureOf(page, 'Deleted')).toHaveText('70')
  await expect(figureOf(page, 'Refused')).toHaveText('0')
})
