import { connectionsOn, expect, test } from './fixtures.ts'
import {
  closeReport,
  confirmDeletion,
  dialogOf,
  doubtfulRows,
  expectSaid,
  leftRows,
  selectFirst,
} from './fixtures/deletion.ts'
import { holdAction } from './fixtures/hold-action.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { identitiesPath, poolPath } from './fixtures/paths.ts'

test('a stopped deletion tells how far it came, and leaving it before asks', async ({ page, emulator, seededPool }) => {
  const { pool, ids } = await seededPool({ guests: 155 })
  await page.goto(identitiesPath(pool))
  await selectFirst(page, ids, 150)
  const second = await holdAction(page, ids[60] ?? '')
  await confirmDeletion(page, 150)
  await second.held

  const progress = dialogOf(page).getByRole('progressbar', { name: 'Deletion progress' })
  await expect(progress).toHaveAttribute('aria-valuenow', '60')
  await expect(progress).toHaveAttribute('aria-valuemax', '150')
  await expectSaid(page, '60 of 150 deleted')
  await expect(page.getByText('90 selected', { exact: true })).toBeAttached()
  await page.keyboard.press('Escape')
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()

  await dialogOf(page).getByRole('button', { name: 'Stop' }).click()
  await expectSaid(page, 'Stopping after the batch under way.')
  second.release()
  await expectSaid(page, 'Deleted 120 of 150 identities.')
  await expectSaid(page, '30 not attempted')
  await expect(dialogOf(page).getByText('You stopped the deletion.')).toBeVisible()
  expect(await listIdentities(emulator, pool)).toEqual(ids.slice(120))
  await expect(leftRows(page)).toHaveCount(30)
  await expect(leftRows(page).first()).toContainText(ids[120] ?? '')
  await expect(leftRows(page).first()).toContainText('Not attempted')
  await closeReport(page)
  await expect(page.getByText('30 selected', { exact: true })).toBeVisible()
  await expect(page.getByText('All 35 identities are loaded.')).toBeVisible()
  await page.goto(poolPath(pool))
  await expect(page.getByRole('heading', { level: 1, name: pool.name })).toBeVisible()
})

test('a deletion whose page was left by the Back button says how far it came', async ({
  page,
  emulator,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 130 })
  await page.goto(poolPath(pool))
  await page.getByRole('link', { name: 'Identities', exact: true }).click()
  await selectFirst(page, ids, 130)
  const second = await holdAction(page, ids[60] ?? '')
  await confirmDeletion(page, 130)
  await second.held
  await page.goBack()
  const asks = page.getByRole('dialog', { name: 'Leave without saving?' })
  await expect(asks).toContainText('The deletion is under way')
  await asks.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(new RegExp(`${poolPath(pool)}$`))
  second.release()
  const notice = page.getByRole('region', { name: 'Notifications' })
  await expect(notice).toContainText('The deletion stopped when its page was left')
  await expect(notice).toContainText('Deleted 120 of 130 identities.')
  expect(await listIdentities(emulator, pool)).toEqual(ids.slice(120))
  await page.getByRole('link', { name: 'Identities', exact: true }).click()
  await expect(page.getByText('All 10 identities are loaded.')).toBeVisible()
})

test('an outage in the middle of a deletion ends it, and a retry deletes the rest', async ({
  page,
  emulator,
  fault,
  clearFaults,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 150 })
  await fault({ operation: 'DeleteIdentities', error: 'Disconnect', id: ids[60] })
  await page.goto(identitiesPath(pool))
  await selectFirst(page, ids, 150)
  await confirmDeletion(page, 150)
  await expectSaid(page, 'Deleted 60 of 150 identities.')
  await expectSaid(page, '60 sent without an answer: deleted or not is not known')
  await expectSaid(page, '30 not attempted')
  await expect(dialogOf(page).getByRole('alert')).toContainText('The deletion could not go on')
  await expect(dialogOf(page).getByRole('alert')).toContainText('DeleteIdentities was sent, but no answer came')
  expect(await listIdentities(emulator, pool)).toEqual(ids.slice(60))

  await clearFaults()
  await fault({ operation: 'DeleteIdentities', error: 'ServiceUnavailableException', id: ids[120], count: 1 })
  await dialogOf(page).getByRole('button', { name: 'Retry' }).click()
  await expectSaid(page, 'Deleted 120 of 150 identities.')
  await expectSaid(page, '30 not attempted')
  await expect(dialogOf(page).getByRole('alert')).toContainText('ServiceUnavailableException')
  await expect(leftRows(page)).toHaveCount(30)
  await dialogOf(page).getByRole('button', { name: 'Retry' }).click()
  await expectSaid(page, 'Deleted 150 identities.')
  expect(await listIdentities(emulator, pool)).toEqual([])
})

test('a deletion whose answer was lost is settled by a retry', async ({ page, startEmulator, startConsole }) => {
  const emulator = await startEmulator({ seed: 70, 'unknown-ids': 'deny' })
  const { url } = await startConsole({ config: { connections: connectionsOn(emulator) } })
  await page.goto(`${url}/test/pools`)
  await page.getByRole('link', { name: 'Load test' }).click()
  await page.getByRole('link', { name: 'Identities', exact: true }).click()
  await expect(page.getByText('All 70 identities are loaded.')).toBeVisible()
  const pool = { id: page.url().split('/').at(-2) ?? '', name: 'Load test', region: 'us-east-1' }
  const ids = await listIdentities(emulator, pool)
  await emulator.fault({ operation: 'DeleteIdentities', error: 'Disconnect', when: 'after', id: ids[60] })
  await page.getByRole('checkbox', { name: 'Select all loaded' }).click()
  await confirmDeletion(page, 70)
  await expectSaid(page, 'Deleted 60 of 70 identities.')
  await expectSaid(page, '10 sent without an answer: deleted or not is not known')
  await expect(doubtfulRows(page).first()).toContainText('No answer')
  await expect(leftRows(page)).toHaveCount(0)
  await expect(dialogOf(page).getByText('Retry settles it: what was done already counts as done')).toBeVisible()
  expect(await listIdentities(emulator, pool)).toEqual([])

  await emulator.clearFaults()
  await dialogOf(page).getByRole('button', { name: 'Retry' }).click()
  await expectSaid(page, 'Deleted 70 identities.')
})
