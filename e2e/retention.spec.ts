import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { dialogOf } from './fixtures/deletion.ts'
import { listIdentities } from './fixtures/list-identities.ts'

const ruleOf = (page: Page, name: string) => page.getByRole('article', { name })
const doneIn = (rule: Locator) => rule.getByRole('table').getByRole('row').filter({ hasText: 'Done' })

/** Opens a pool's rules and begins to make one. */
async function beginRule(page: Page, poolId: string, name: string) {
  await page.goto(`/test/pools/${poolId}/identities/retention`)
  await page.getByRole('button', { name: 'Create rule' }).click()
  const dialog = page.getByRole('dialog', { name: 'Create retention rule' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('textbox', { name: 'Delete identities that match' }).fill('state=guest modified<2100-01-01')
  return dialog
}

/** Has a rule scan its pool, and lets it delete what it finds. */
async function approve(page: Page, name: string, count: string) {
  const rule = ruleOf(page, name)
  await rule.getByRole('button', { name: 'Run now' }).click()
  await expect(rule).toContainText(`This run would delete ${count}.`)
  await rule.getByRole('button', { name: 'Approve first run' }).click()
  await dialogOf(page)
    .getByRole('button', { name: `Delete ${count}` })
    .click()
  await expect(dialogOf(page)).toHaveCount(0)
}

test('an admin makes a rule, approves its first run, and has it run again', async ({
  page,
  emulator,
  seededPool,
  seedIdentities,
  expectAccessible,
}) => {
  const { pool, ids } = await seededPool({ guests: 12 })
  await page.goto(`/test/pools/${pool.id}/identities`)
  await page.getByRole('link', { name: 'Retention rules' }).click()
  await expect(page).toHaveURL(/\/retention$/)
  const dialog = await beginRule(page, pool.id, 'Nightly guests')
  await expect(dialog).toContainText('AWS tells no last use')
  await dialog.getByRole('button', { name: 'Create rule' }).click()
  await expect(dialog).toBeHidden()

  const rule = ruleOf(page, 'Nightly guests')
  await rule.getByRole('button', { name: 'Run now' }).click()
  await expect(rule).toContainText('This run would delete 12 identities.')
  await expect(rule).toContainText('AWS tells no last use')
  const opens = rule.getByRole('button', { name: 'Approve first run' })
  await opens.focus()
  await page.keyboard.press('Enter')
  const asks = page.getByRole('dialog', { name: 'Approve first run of Nightly guests' })
  await expect(asks).toContainText('From then on the rule deletes by itself')
  await expect(asks).toContainText('12 identities are deleted now.')
  await expect(asks).toContainText(pool.name)
  await expect(asks).toContainText('ConnectionTest')
  await expect(asks.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(asks).toHaveCount(0)
  await expect(opens).toBeFocused()
  await expect(rule).toContainText('Not approved yet')
  expect(await listIdentities(emulator, pool)).toEqual(ids)

  await opens.click()
  await asks.getByRole('button', { name: 'Delete 12 identities', exact: true }).click()
  const runs = rule.getByRole('table', { name: 'Runs of Nightly guests' })
  await expect(doneIn(rule)).toHaveCount(1)
  expect(await listIdentities(emulator, pool)).toEqual([])

  await seedIdentities(pool, { guests: 3 })
  await rule.getByRole('button', { name: 'Run now' }).click()
  await expect(doneIn(rule)).toHaveCount(2)
  expect(await listIdentities(emulator, pool)).toEqual([])
  await expect(runs.getByRole('link', { name: 'Deletion' }).first()).toHaveAttribute('href', /\/test\/jobs\//)
})

test('a rule never deletes what its keep list has, which is replaced and removed', async ({
  page,
  emulator,
  seededPool,
  expectAccessible,
}) => {
  const { pool, ids } = await seededPool({ guests: 6 })
  const choose = (dialog: Locator, name: string, lines: readonly string[]) =>
    dialog
      .getByLabel('Keep list')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(['id', ...lines].join('\n')) })
  const dialog = await beginRule(page, pool.id, 'But the active')
  const create = dialog.getByRole('button', { name: 'Create rule' })
  await choose(dialog, 'wrong.csv', ['nobody'])
  await expect(dialog.getByText(/^wrong\.csv names no identity/)).toBeVisible()
  await expect(create).toBeDisabled()
  await choose(dialog, 'active.csv', ids.slice(0, 2))
  await expect(dialog.getByText('active.csv: 2 IDs to keep.')).toBeVisible()
  await expectAccessible(page)
  await create.click()
  await expect(dialog).toBeHidden()
  const rule = ruleOf(page, 'But the active')
  await expect(rule).toContainText('2 identities, of active.csv')
  await approve(page, 'But the active', '4 identities')
  await expect(doneIn(rule)).toHaveCount(1)
  expect(await listIdentities(emulator, pool)).toEqual(ids.slice(0, 2))

  await rule.getByRole('button', { name: 'Edit' }).click()
  const edits = page.getByRole('dialog', { name: 'Edit retention rule' })
  await expect(edits.getByText('2 IDs are kept, of active.csv.')).toBeVisible()
  await choose(edits, 'fewer.csv', ids.slice(0, 1))
  await edits.getByRole('button', { name: 'Save rule' }).click()
  await expect(rule).toContainText('1 identity, of fewer.csv')
  await expect(rule).toContainText('Not approved yet')
  await rule.getByRole('button', { name: 'Run now' }).click()
  await expect(rule).toContainText('found 1 identity that matches, and 1 more that its keep list keeps.')
  await rule.getByRole('button', { name: 'Edit' }).click()
  await edits.getByRole('button', { name: 'Remove the keep list' }).press('Enter')
  await expect(edits.getByLabel('Keep list')).toBeFocused()
  await edits.getByRole('button', { name: 'Save rule' }).click()
  await expect(rule.getByText('fewer.csv')).toHaveCount(0)
  await approve(page, 'But the active', '2 identities')
  await expect(doneIn(rule)).toHaveCount(2)
  expect(await listIdentities(emulator, pool)).toEqual([])
})

test('a rule that was paused has to be approved again, and one that is deleted is gone', async ({
  page,
  emulator,
  seededPool,
  seedIdentities,
  expectAccessible,
}) => {
  const { pool } = await seededPool({ guests: 2 })
  const dialog = await beginRule(page, pool.id, 'Old guests')
  await dialog.getByRole('button', { name: 'Create rule' }).click()
  const rule = ruleOf(page, 'Old guests')
  await approve(page, 'Old guests', '2 identities')
  await expect(doneIn(rule)).toHaveCount(1)
  await expect(rule.getByText('On', { exact: true })).toBeVisible()
  await expect(rule.getByText('Not approved yet')).toHaveCount(0)

  await rule.getByRole('button', { name: 'Pause' }).click()
  await expect(rule.getByText('Paused', { exact: true })).toBeVisible()
  await expect(rule.getByRole('button', { name: 'Run now' })).toBeHidden()
  await rule.getByRole('button', { name: 'Resume' }).click()
  await expect(rule).toContainText('Not approved yet')
  await expect(rule).toContainText('Nobody yet')
  await seedIdentities(pool, { guests: 1 })
  await rule.getByRole('button', { name: 'Run now' }).click()
  await expect(rule).toContainText('This run would delete 1 identity.')
  expect(await listIdentities(emulator, pool)).toHaveLength(1)
  await expectAccessible(page)

  await rule.getByRole('button', { name: 'Delete rule' }).click()
  const asks = page.getByRole('dialog', { name: 'Delete rule Old guests' })
  await expect(asks).toContainText(pool.name)
  await expectAccessible(page)
  await asks.getByRole('button', { name: 'Cancel' }).click()
  await expect(rule).toBeVisible()
  await rule.getByRole('button', { name: 'Delete rule' }).click()
  await asks.getByRole('button', { name: 'Delete rule' }).click()
  await expect(rule).toBeHidden()
  await expect(page.getByText('Nothing of this pool is deleted by itself.')).toBeVisible()
})
