import { connectionsOn, expect, test } from './fixtures.ts'
import { confirmDeletion, dialogOf } from './fixtures/deletion.ts'
import { figureOf, jobsPath, trayOf } from './fixtures/jobs.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { identitiesPath } from './fixtures/paths.ts'

const NAME = 'Delete 4 identities'

test('a deletion that a second person has to approve says so and why, on its page, in the list and in the tray', async ({
  page,
  emulator,
  startConsole,
  seededPool,
  expectAccessible,
}) => {
  test.slow()
  const { pool, ids } = await seededPool({ guests: 4 })
  const { url } = await startConsole({ config: { connections: connectionsOn(emulator), jobs: { approvalAbove: 3 } } })
  await page.goto(`${url}${identitiesPath(pool)}`)
  await page.getByRole('checkbox', { name: 'Select all loaded' }).click()
  await confirmDeletion(page, 4)
  await expect(dialogOf(page)).toContainText('A second person has to approve it')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toHaveCount(0)

  await expect(trayOf(page)).toContainText('1 job awaits approval')
  await expect(trayOf(page)).toContainText('Awaiting approval · needs a second person')
  await expectAccessible(page)
  await page.goto(`${url}${jobsPath()}`)
  const row = page.getByRole('table', { name: 'Jobs' }).getByRole('row').filter({ hasText: NAME })
  await expect(row).toContainText('Awaiting approval')
  await expect(row).toContainText('Needs a second person')
  await expect(page.getByText('1 job awaits approval.', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await row.getByRole('link', { name: NAME }).focus()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  await expect(page).toHaveTitle(/^Awaiting approval · /)
  const main = page.getByRole('main')
  await expect(main.getByText('A second person has to approve it')).toBeVisible()
  await expect(main.getByText('more than one person may start alone', { exact: false })).toBeVisible()
  await expect(page.getByRole('log', { name: 'Events' })).toContainText('it awaits the approval of a second person')
  await expect(figureOf(page, 'Left')).toHaveText('4')
  for (const name of ['Pause', 'Resume', 'Retry failed'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  await expectAccessible(page)

  const approve = page.getByRole('button', { name: 'Approve', exact: true })
  await approve.focus()
  await page.keyboard.press('Enter')
  const asks = page.getByRole('dialog', { name: `Approve ${NAME}` })
  await expect(asks).toContainText('4 identities are deleted. What is deleted does not come back.')
  await expect(asks.getByRole('definition').filter({ hasText: pool.name })).toBeVisible()
  await expect(asks.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectAccessible(page)
  expect(await listIdentities(emulator, pool)).toEqual(ids)
  await asks.getByRole('button', { name: NAME }).click()
  await expect(asks.getByRole('alert')).toContainText('A second person has to decide on this job')
  await page.keyboard.press('Escape')
  await expect(asks).toHaveCount(0)
  await expect(main.getByRole('alert')).toHaveCount(0)
  await expect(approve).toBeFocused()

  await page.keyboard.press('ControlOrMeta+k')
  await page.getByLabel('Pool, identity ID, page or action').fill('Approve the job')
  await page.keyboard.press('Enter')
  await expect(asks).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(asks).toHaveCount(0)
  await approve.focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Refuse', exact: true })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused()
  expect(await listIdentities(emulator, pool)).toEqual(ids)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible()
  await expect(main.getByText('A second person has to approve it')).toHaveCount(0)
  await expect(figureOf(page, 'Not attempted')).toHaveText('4')
  expect(await listIdentities(emulator, pool)).toEqual(ids)
})
