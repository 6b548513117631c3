import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { confirmDeletion, dialogOf, selectFirst } from './fixtures/deletion.ts'
import { figureOf, jobsPath, startSlowConsole, trayOf } from './fixtures/jobs.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { identitiesPath, poolPath } from './fixtures/paths.ts'

test('an operator follows a job on its page, holds it, lets it go on, and it is told to the end', async ({
  page,
  emulator,
  startConsole,
  seededPool,
  expectAccessible,
}) => {
  const { pool, ids } = await seededPool({ guests: 400 })
  const { url } = await startSlowConsole(startConsole, emulator, 1)
  await page.goto(`${url}${jobsPath()}`)
  await expect(page.getByText('No jobs yet')).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${url}${identitiesPath(pool)}`)
  await selectFirst(page, ids, 360)
  await confirmDeletion(page, 360)
  await dialogOf(page).getByRole('link', { name: 'Open the job' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Delete 360 identities' })).toBeVisible()
  const progress = page.getByRole('progressbar', { name: 'Progress', exact: true })
  await expect(progress).toHaveAttribute('aria-valuemax', '360')
  await expect(page).toHaveTitle(/^\d+ % · Delete 360 identities · Lifeguard$/)
  await expect(figureOf(page, 'Quota')).toHaveText('60 a second')
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('button', { name: 'Resume' })).toBeFocused()
  await expect(page.getByText('Paused', { exact: true })).toBeVisible()
  await expect(page).toHaveTitle(/^Paused · /)
  await expect(page.getByRole('log', { name: 'Events' })).toContainText('Local operator asked it to pause.')
  const held = await figureOf(page, 'Deleted').textContent()
  await page.reload()
  await expect(figureOf(page, 'Deleted')).toHaveText(held ?? '')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(progress).toHaveAttribute('aria-valuenow', '360')
  await expect(page.getByText('Done', { exact: true })).toBeVisible()
  await expect(page).toHaveTitle(/^Done · /)
  await expect(figureOf(page, 'Not attempted')).toHaveText('0')
  await expect(page.getByRole('log', { name: 'Events' })).toContainText('Local operator let it go on.')
  await expect(page.getByRole('img', { name: /on average .* a second/ })).toBeVisible()
  await expect(page.getByText('Nothing was refused.')).toBeVisible()
  for (const name of ['Pause', 'Resume', 'Cancel', 'Retry failed'])
    await expect(page.getByRole('button', { name })).toHaveCount(0)
  expect(await listIdentities(emulator, pool)).toEqual(ids.slice(360))
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Open it' }).click()
  await expect(page.getByRole('heading', { name: /^Delete identities · 360 in / })).toBeVisible()
})

test('a cancelled job is accounted for to the id, and what was refused is tried again', async ({
  page,
  emulator,
  startConsole,
  seededPool,
  fault,
  clearFaults,
}) => {
  const { pool, ids } = await seededPool({ guests: 400 })
  await fault({ operation: 'DeleteIdentities', error: 'AccessDenied', id: ids[0] ?? '' })
  const { url } = await startSlowConsole(startConsole, emulator, 0.5)
  await page.goto(`${url}${identitiesPath(pool)}`)
  await selectFirst(page, ids, 360)
  await confirmDeletion(page, 360)
  await dialogOf(page).getByRole('link', { name: 'Open the job' }).click()
  await expect(figureOf(page, 'Deleted')).toHaveText(/^(59|119|179)$/)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible()
  await expect(figureOf(page, 'Rate now')).toHaveText('0 a second')
  const left = await listIdentities(emulator, pool)
  const gone = 400 - left.length
  await expect(figureOf(page, 'Deleted')).toHaveText(String(gone))
  await expect(figureOf(page, 'Not attempted')).toHaveText(String(360 - gone - 1))
  const failures = page.getByRole('table', { name: 'Failures' })
  await expect(failures.getByRole('row').filter({ hasText: ids[0] ?? '' })).toContainText('AccessDenied')

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Results as CSV' }).click()
  const lines = (await readFile(await (await download).path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(361)
  const results = lines.slice(1).map((line) => line.split(','))
  expect(results.map(([id]) => id)).toEqual(ids.slice(0, 360))
  expect(results[0]).toEqual([ids[0], 'refused', 'AccessDenied'])
  expect(results.filter(([, result]) => result === 'done')).toHaveLength(gone)
  expect(results.filter(([, result]) => result === 'not attempted')).toHaveLength(360 - gone - 1)

  await clearFaults()
  await page.getByRole('button', { name: 'Retry failed' }).click()
  await expect(figureOf(page, 'Deleted')).toHaveText('1')
  await expect(page.getByText('Done', { exact: true })).toBeVisible()
  expect(await listIdentities(emulator, pool)).not.toContain(ids[0])
  await page.getByRole('link', { name: 'The job before' }).click()
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible()

  await page.keyboard.press('g')
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/\/test\/jobs$/)
  const jobs = page.getByRole('table', { name: 'Jobs' }).getByRole('row')
  await expect(jobs.filter({ has: page.getByRole('rowheader') })).toHaveText([
    /Delete 360 identities.*Done.*1 of 1 deleted/,
    /Delete 360 identities.*Cancelled.* of 360 deleted/,
  ])
})

test('the tray follows a job on every page and in every tab, by one connection, and is dismissed when it has ended', async ({
  page,
  context,
  emulator,
  startConsole,
  seededPool,
  fault,
  clearFaults,
}) => {
  const { pool, ids } = await seededPool({ guests: 310 })
  // The last batch waits until everything was seen under way, however slow the machine is.
  await fault({ operation: 'DeleteIdentities', error: 'TooManyRequestsException', id: ids[299] ?? '' })
  const { url } = await startSlowConsole(startConsole, emulator, 1)
  const listening: string[] = []
  context.on('request', (request) => {
    if (request.url().includes('/api/jobs/events')) listening.push(request.url())
  })
  const other = await context.newPage()
  await other.goto(`${url}${identitiesPath(pool)}`)
  await expect(other.getByRole('link', { name: ids[0] })).toBeVisible()
  await expect.poll(() => listening.length, 'the first tab listens for all').toBe(1)
  await page.bringToFront()
  await page.goto(`${url}${identitiesPath(pool)}`)
  await selectFirst(page, ids, 300)
  await confirmDeletion(page, 300)
  await expect(dialogOf(page).getByText(/^[1-9]\d* of 300 deleted$/)).toBeVisible()
  await dialogOf(page).getByRole('button', { name: 'Close' }).last().click()

  await expect(trayOf(page)).toContainText('1 job is under way')
  await expect(trayOf(page).getByRole('progressbar', { name: 'Progress of Delete 300 identities' })).toBeVisible()
  await expect(trayOf(other)).toContainText('Delete 300 identities')
  await expect(other.getByRole('link', { name: ids[0] }), 'another tab drops what is gone').toHaveCount(0)
  await page.goto(`${url}${poolPath(pool)}`)
  await expect(trayOf(page)).toContainText('Running · 240 of 300 deleted')
  await clearFaults()
  await expect(trayOf(page)).toContainText('Done · 300 of 300 deleted')
  await expect(trayOf(other)).toContainText('Done · 300 of 300 deleted')
  expect(listening, 'one tab at a time listens').toHaveLength(1)
  await trayOf(page).getByRole('button', { name: 'Dismiss Delete 300 identities' }).click()
  await expect(trayOf(page)).toHaveCount(0)
  await trayOf(other).getByRole('link', { name: 'Delete 300 identities' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Delete 300 identities' })).toBeVisible()
  await expect(figureOf(other, 'Deleted')).toHaveText('300')
  await expect(trayOf(other), 'the page of a job tells of it by itself').toHaveCount(0)
  await other.goBack()
  await expect(other.getByText('All 10 identities are loaded.')).toBeVisible()
})

test('a viewer looks at a job and is told why it cannot be touched', async ({
  page,
  emulator,
  startConsole,
  seededPool,
  expectAccessible,
}) => {
  const { pool, ids } = await seededPool({ guests: 250 })
  const admins = await startSlowConsole(startConsole, emulator, 1)
  await page.goto(`${admins.url}${identitiesPath(pool)}`)
  await selectFirst(page, ids, 240)
  await confirmDeletion(page, 240)
  await dialogOf(page).getByRole('link', { name: 'Open the job' }).click()
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('Paused', { exact: true })).toBeVisible()
  const { pathname } = new URL(page.url())
  await page.goto('about:blank')
  await admins.leave()

  const viewers = await startSlowConsole(startConsole, emulator, 1, {
    role: 'viewer',
    env: { LIFEGUARD_DATA_DIR: join(admins.dataDirectory, 'data') },
  })
  await page.goto(`${viewers.url}${pathname}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Delete 240 identities' })).toBeVisible()
  const reason = 'Your role, viewer, may not do this; the role support or admin may.'
  for (const name of ['Resume', 'Cancel']) {
    const button = page.getByRole('button', { name })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(reason)
    await button.click({ force: true })
  }
  await expectAccessible(page)
  await expect(page.getByRole('link', { name: 'Results as CSV' })).toBeVisible()
  await page.setViewportSize({ width: 360, height: 740 })
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await width()).toBeLessThanOrEqual(360)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Jobs' }).click()
  await expect(page.getByRole('table', { name: 'Jobs' })).toBeVisible()
  expect(await width()).toBeLessThanOrEqual(360)
  await page.goBack()
  await page.reload()
  await expect(page.getByText('Paused', { exact: true })).toBeVisible()
  const left = Number(await figureOf(page, 'Left').textContent())
  expect(await listIdentities(emulator, pool)).toHaveLength(10 + left)
})
