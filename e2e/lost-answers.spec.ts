import { ListTagsForResourceCommand, UntagResourceCommand } from '@aws-sdk/client-cognito-identity'
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { connectionsOn, expect, test } from './fixtures.ts'
import { reviewDialog } from './fixtures/access.ts'
import { auditLength, begunSince } from './fixtures/audit-log.ts'
import { cutAction } from './fixtures/cut-action.ts'
import { goToReview } from './fixtures/create-pool.ts'
import { startDelays } from './fixtures/delays.ts'
import { confirmDeletion, dialogOf, expectSaid } from './fixtures/deletion.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { identitiesPath, poolPath } from './fixtures/paths.ts'
import type { Pool } from './fixtures/pools.ts'

/** What one deletion of several is in the audit: its making, one stretch of work, and one batch. */
const JOB = ['CreateJob', 'AddJobIds', 'StartJob', 'DeleteIdentities', 'DeleteIdentities']

const LOST = 'The answer was lost on the way. Lifeguard asks what became of it.'

async function reviewTag(page: Page, pool: Pool, url = '') {
  await page.goto(`${url}${poolPath(pool)}/tags`)
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('textbox', { name: 'Key of tag 1' }).fill('cut-here')
  await page.getByRole('button', { name: 'Review changes' }).click()
}

test('tags whose answer was lost are told as saved', async ({ page, console, createPool }) => {
  const pool = await createPool()
  const before = auditLength(console)
  await reviewTag(page, pool)
  await cutAction(page, 'cut-here', 'after')
  await reviewDialog(page).getByRole('button', { name: 'Save tags' }).click()
  await expect(reviewDialog(page).getByText(LOST)).toBeVisible()
  await expect(page.getByText('Tags saved')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeHidden()
  await expect(page.getByText('Changed meanwhile')).toBeHidden()
  expect(begunSince(console, before)).toEqual(['TagResource'])
})

test('tags that never reached the server are told as not saved, and can be saved then', async ({
  page,
  console,
  createPool,
}) => {
  const pool = await createPool()
  const before = auditLength(console)
  await reviewTag(page, pool)
  await cutAction(page, 'cut-here', 'before')
  const save = reviewDialog(page).getByRole('button', { name: 'Save tags' })
  await save.click()
  await expect(reviewDialog(page).getByRole('alert')).toContainText('Nothing was saved')
  await expect(reviewDialog(page).getByRole('alert')).toContainText('nothing was changed')
  expect(begunSince(console, before)).toEqual([])
  await save.click()
  await expect(page.getByText('Tags saved')).toBeVisible()
  expect(begunSince(console, before)).toEqual(['TagResource'])
})

test('identities whose answer was lost are told as deleted, and one deletion is one job', async ({
  page,
  console,
  emulator,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 3 })
  const before = auditLength(console)
  await page.goto(identitiesPath(pool))
  await page.getByRole('checkbox', { name: 'Select all loaded' }).click()
  await cutAction(page, ids[0] ?? '', 'after')
  await confirmDeletion(page, 3)
  await expectSaid(page, LOST)
  await expectSaid(page, 'Deleted 3 identities.')
  expect(await listIdentities(emulator, pool)).toEqual([])
  expect(begunSince(console, before)).toEqual(JOB)
})

test('identities that never reached the server are told as not deleted, and can be deleted then', async ({
  page,
  console,
  emulator,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 3 })
  const before = auditLength(console)
  await page.goto(identitiesPath(pool))
  await page.getByRole('checkbox', { name: 'Select all loaded' }).click()
  await cutAction(page, ids[0] ?? '', 'before')
  await confirmDeletion(page, 3)
  await expect(dialogOf(page).getByRole('alert')).toContainText('The deletion was not started')
  await expect(dialogOf(page).getByRole('alert')).toContainText('nothing was changed')
  expect(await listIdentities(emulator, pool)).toHaveLength(3)
  await dialogOf(page).getByRole('button', { name: 'Review again' }).click()
  await expect(dialogOf(page)).toContainText('This cannot be undone')
  await dialogOf(page).getByRole('button', { name: 'Delete 3 identities', exact: true }).click()
  await expectSaid(page, 'Deleted 3 identities.')
  expect(begunSince(console, before)).toEqual(JOB)
})

async function reviewPool(page: Page, name: string) {
  await page.goto('/test/pools/create')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await goToReview(page)
  return page.getByRole('button', { name: 'Create pool' })
}

test('a pool whose answer was lost is told as created, once', async ({ page, console }) => {
  const name = `Cut ${randomUUID().slice(0, 8)}`
  const before = auditLength(console)
  const create = await reviewPool(page, name)
  await cutAction(page, name, 'after')
  await create.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  expect(begunSince(console, before)).toEqual(['CreateIdentityPool'])
})

test('a pool that never reached the server is told as not created, and can be created then', async ({
  page,
  console,
}) => {
  const name = `Cut ${randomUUID().slice(0, 8)}`
  const before = auditLength(console)
  const create = await reviewPool(page, name)
  await cutAction(page, name, 'before')
  await create.click()
  await expect(page.getByRole('alert').filter({ hasText: 'The pool was not created' })).toBeVisible()
  expect(begunSince(console, before)).toEqual([])
  await create.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  expect(begunSince(console, before)).toEqual(['CreateIdentityPool'])
})

const tagsOf = ({ id, region }: Pool) => `arn:aws:cognito-identity:${region}:123456789012:identitypool/${id}`

test('a save that could not be read back is told as saved, and the next look heals its page', async ({
  page,
  emulator,
  createPool,
  fault,
  clearFaults,
  startConsole,
}) => {
  const pool = await createPool()
  const refused = { operation: 'ListTagsForResource', error: 'AccessDeniedException', id: tagsOf(pool) }
  const delays = await startDelays(emulator, ({ operation }) =>
    operation === 'TagResource' ? fault(refused) : undefined,
  )
  const { url } = await startConsole({ config: { connections: connectionsOn(delays) } })
  await reviewTag(page, pool, url)
  await reviewDialog(page).getByRole('button', { name: 'Save tags' }).click()
  await expect(reviewDialog(page)).toBeHidden()
  const notice = page.getByRole('main').getByText('Saved, but it could not be read back')
  await expect(notice).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Key of tag 1' })).toBeDisabled()
  await clearFaults()
  await page.getByRole('button', { name: 'Show what is there now' }).click()
  await expect(notice).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Key of tag 1' })).toBeEnabled()
  await expect(page.getByText('unsaved change')).toHaveCount(0)
  await delays.stop()
})

test('what the service did not take is named in place of "Saved"', async ({
  page,
  emulator,
  createPool,
  startConsole,
}) => {
  const pool = await createPool()
  const untag = new UntagResourceCommand({ ResourceArn: tagsOf(pool), TagKeys: ['cut-here'] })
  const delays = await startDelays(emulator, async ({ operation }) => {
    if (operation !== 'TagResource') return
    const client = emulator.client(pool.region)
    const present = () => client.send(new ListTagsForResourceCommand({ ResourceArn: tagsOf(pool) }))
    await expect.poll(async () => (await present()).Tags).toHaveProperty('cut-here')
    await client.send(untag)
  })
  const { url } = await startConsole({ config: { connections: connectionsOn(delays) } })
  await reviewTag(page, pool, url)
  await reviewDialog(page).getByRole('button', { name: 'Save tags' }).click()
  await expect(reviewDialog(page)).toBeHidden()
  const notice = page.getByRole('region', { name: 'Notifications' })
  await expect(notice).toContainText('Saved, but the service did not take:')
  await expect(notice).toContainText('Tag cut-here: asked (empty), is none')
  await expect(page.getByText('Tags saved')).toHaveCount(0)
  await delays.stop()
})
