import { ListTagsForResourceCommand, TagResourceCommand } from '@aws-sdk/client-cognito-identity'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { audited } from './fixtures/audit-log.ts'
import { reviewDialog } from './fixtures/access.ts'
import type { Emulator } from './fixtures/emulator.ts'
import type { Pool } from './fixtures/pools.ts'
import { expectCommand } from './fixtures/cli.ts'

const arn = ({ id, region }: Pool) => `arn:aws:cognito-identity:${region}:123456789012:identitypool/${id}`

async function tagsOf(emulator: Emulator, pool: Pool) {
  const answer = await emulator.client(pool.region).send(new ListTagsForResourceCommand({ ResourceArn: arn(pool) }))
  return answer.Tags
}

async function openTags(page: Page, pool: Pool) {
  await page.goto(`/test/pools/${pool.id}/tags`)
  await expect(page.getByRole('button', { name: 'Add tag' })).toBeEnabled()
}

async function save(page: Page) {
  await page.getByRole('button', { name: 'Review changes' }).click()
  await reviewDialog(page).getByRole('button', { name: 'Save tags' }).click()
  await expect(reviewDialog(page)).toBeHidden()
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeHidden()
}

test('an operator adds, changes and removes tags', async ({ page, emulator, createPool, expectAccessible }) => {
  const pool = await createPool()
  await openTags(page, pool)
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('textbox', { name: 'Key of tag 1' }).fill('team')
  await page.getByRole('textbox', { name: 'Value of tag 1' }).fill('blue')
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('textbox', { name: 'Key of tag 2' }).fill('owner')
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = reviewDialog(page)
  await expect(dialog.getByRole('list', { name: 'Your change' }).getByRole('listitem')).toHaveCount(2)
  await expectCommand(dialog, 'aws cognito-identity tag-resource', ':identitypool/')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Back to the form' }).click()
  await save(page)
  expect(await tagsOf(emulator, pool)).toEqual({ team: 'blue', owner: '' })

  await page.getByRole('textbox', { name: 'Value of tag 1' }).fill('red')
  await page.getByRole('button', { name: 'Remove tag 2' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Remove tag 1' })).toBeFocused()
  await save(page)
  expect(await tagsOf(emulator, pool)).toEqual({ team: 'red' })

  await page.getByRole('button', { name: 'Remove tag 1' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Add tag' })).toBeFocused()
  await save(page)
  expect(await tagsOf(emulator, pool)).toEqual({})
  await page.reload()
  await expect(page.getByText('0 of 50')).toBeVisible()
})

test('each limit of a tag is told at its field', async ({ page, console, emulator, createPool }) => {
  const pool = await createPool()
  await openTags(page, pool)
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('button', { name: 'Add tag' }).click()
  const key = page.getByRole('textbox', { name: 'Key of tag 1' })
  const review = page.getByRole('button', { name: 'Review changes' })
  await review.click()
  await expect(key).toHaveAccessibleDescription('Give the tag a key.')
  await key.fill('aws:mine')
  await expect(key).toHaveAccessibleDescription('Keys that begin with aws: are reserved for AWS.')
  await key.fill('k'.repeat(129))
  await expect(key).toHaveAccessibleDescription('A key has at most 128 characters.')
  await key.fill('same')
  await page.getByRole('textbox', { name: 'Key of tag 2' }).fill('same')
  await review.click()
  const second = page.getByRole('textbox', { name: 'Key of tag 2' })
  await expect(second).toHaveAccessibleDescription('There is a tag with this key already.')
  // The form takes the focus there: what was typed elsewhere before would land here.
  await expect(second).toBeFocused()
  const value = page.getByRole('textbox', { name: 'Value of tag 1' })
  await value.fill('v'.repeat(257))
  await review.click()
  await expect(value).toHaveAccessibleDescription('A value has at most 256 characters.')
  await expect(value).toBeFocused()
  await expect(reviewDialog(page)).toHaveCount(0)
  await value.fill('v')
  await page.getByRole('button', { name: 'Remove tag 2' }).click()
  await save(page)
  expect(await tagsOf(emulator, pool)).toEqual({ same: 'v' })
  expect(await audited(console, pool.id)).toEqual(['TagResource succeeded'])
})

test('a pool with 50 tags takes no more', async ({ page, createPool }) => {
  const tags = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`tag-${index}`, 'x']))
  const pool = await createPool({ IdentityPoolTags: tags })
  await page.goto(`/test/pools/${pool.id}/tags`)
  await expect(page.getByText('50 of 50')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add tag' })).toBeDisabled()
})

test('a tag that somebody else added meanwhile is shown and kept', async ({ page, emulator, createPool }) => {
  const pool = await createPool({ IdentityPoolTags: { team: 'blue' } })
  await openTags(page, pool)
  await page.getByRole('textbox', { name: 'Value of tag 1' }).fill('red')
  const theirs = new TagResourceCommand({ ResourceArn: arn(pool), Tags: { theirs: 'yes' } })
  await emulator.client(pool.region).send(theirs)
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = reviewDialog(page)
  await dialog.getByRole('button', { name: 'Save tags' }).click()
  await expect(dialog.getByText('Somebody changed this meanwhile')).toBeVisible()
  await expect(dialog.getByRole('list', { name: 'Their change' })).toContainText('Tag theirs')
  expect(await tagsOf(emulator, pool)).toEqual({ team: 'blue', theirs: 'yes' })
  await dialog.getByRole('button', { name: 'Reapply my changes' }).click()
  await expect(dialog.getByRole('list', { name: 'Their change' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Save tags' }).click()
  await expect(dialog).toBeHidden()
  expect(await tagsOf(emulator, pool)).toEqual({ team: 'red', theirs: 'yes' })
})

test('what is left of a half-saved change stays in the form', async ({ page, emulator, createPool, fault }) => {
  const pool = await createPool({ IdentityPoolTags: { old: 'yes' } })
  await fault({ operation: 'TagResource', error: 'AccessDeniedException', id: arn(pool), count: 1 })
  await openTags(page, pool)
  await page.getByRole('button', { name: 'Remove tag 1' }).click()
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('textbox', { name: 'Key of tag 1' }).fill('new')
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = reviewDialog(page)
  await dialog.getByRole('button', { name: 'Save tags' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Only a part was saved')
  await expect(dialog.getByRole('list', { name: 'Your change' }).getByRole('listitem')).toHaveText(/Tag new/)
  expect(await tagsOf(emulator, pool)).toEqual({})
  await dialog.getByRole('button', { name: 'Save tags' }).click()
  await expect(dialog).toBeHidden()
  expect(await tagsOf(emulator, pool)).toEqual({ new: '' })
})

test('leaving with unsaved tags asks first', async ({ page, createPool }) => {
  const pool = await createPool()
  await openTags(page, pool)
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('textbox', { name: 'Key of tag 1' }).fill('team')
  await page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name: 'Identities', exact: true }).click()
  const asks = page.getByRole('dialog', { name: 'Leave without saving?' })
  await asks.getByRole('button', { name: 'Stay' }).click()
  await expect(asks).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Key of tag 1' })).toHaveValue('team')
  await page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name: 'Identities', exact: true }).click()
  await asks.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(/\/identities$/)
})
