import { DescribeIdentityPoolCommand } from '@aws-sdk/client-cognito-identity'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { dialogOf } from './fixtures/deletion.ts'
import type { Emulator } from './fixtures/emulator.ts'
import type { Pool } from './fixtures/pools.ts'

const settingsOf = (emulator: Emulator, { id, region }: Pool) =>
  emulator.client(region).send(new DescribeIdentityPoolCommand({ IdentityPoolId: id }))
const arnOf = ({ id, region }: Pool) => `arn:aws:cognito-identity:${region}:123456789012:identitypool/${id}`
const bar = (page: Page, what: string) => page.getByRole('group', { name: `Selected ${what}` })
const select = (page: Page, pool: Pool) => page.getByRole('checkbox', { name: `Select ${pool.name}` })

test('an operator tags several pools, is told which failed, and tries those again', async ({
  page,
  createPool,
  emulator,
  fault,
  expectAccessible,
}) => {
  const mark = `mark-${crypto.randomUUID().slice(0, 8)}`
  const pools = [
    await createPool({ IdentityPoolTags: { [mark]: '1' } }),
    await createPool({ IdentityPoolTags: { [mark]: '1', team: 'web' } }),
    await createPool({ IdentityPoolTags: { [mark]: '1', team: 'orders' } }),
  ]
  const [first, second, third] = pools
  if (!first || !second || !third) throw new Error('no pools')
  await page.goto(`/test/pools?tag=${mark}`)
  for (const pool of pools) await select(page, pool).check()
  await expect(bar(page, 'pools')).toContainText('3 pools selected')
  await expectAccessible(page)
  await bar(page, 'pools').getByRole('button', { name: 'Add tag…' }).click()
  const dialog = dialogOf(page)
  await dialog.getByRole('textbox', { name: 'Key' }).fill('team')
  await dialog.getByRole('textbox', { name: 'Value' }).fill('orders')
  const plans = dialog.getByRole('list', { name: 'Pools' })
  await expect(plans.getByRole('listitem').filter({ hasText: third.name })).toContainText('Has it already.')
  await expect(dialog.getByRole('list', { name: `Change of ${second.name}` })).toContainText('web')
  await expectAccessible(page)

  await fault({ operation: 'TagResource', error: 'NotAuthorizedException', id: arnOf(second), count: 1 })
  await dialog.getByRole('button', { name: 'Add a tag to 2 pools' }).click()
  await expect(dialog.getByRole('status')).toContainText('Changed 1 of 2 pools.')
  const left = dialog.getByRole('table', { name: 'Pools that were not changed' })
  await expect(left.getByRole('row').filter({ hasText: second.name })).toContainText('NotAuthorizedException')
  expect((await settingsOf(emulator, first)).IdentityPoolTags?.['team']).toBe('orders')
  expect((await settingsOf(emulator, second)).IdentityPoolTags?.['team']).toBe('web')
  await dialog.getByRole('button', { name: 'Retry failed' }).click()
  await expect(dialog.getByRole('status')).toContainText('Changed 2 pools.')
  expect((await settingsOf(emulator, second)).IdentityPoolTags?.['team']).toBe('orders')
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  await page.goto(`/test/pools/${second.id}/history`)
  await expect(page.getByRole('heading', { name: 'Add or change tags' })).toHaveCount(2)
  await expect(page.getByText('Tag team').first()).toBeVisible()
})

test('several pools are compared with one of them', async ({ page, createPool }) => {
  const mark = `mark-${crypto.randomUUID().slice(0, 8)}`
  const one = await createPool({ name: `Alike ${mark}`, IdentityPoolTags: { [mark]: '1' } })
  const other = await createPool({
    name: `Other ${mark}`,
    IdentityPoolTags: { [mark]: '1' },
    AllowUnauthenticatedIdentities: false,
  })
  await page.goto(`/test/pools?tag=${mark}`)
  await select(page, one).check()
  await expect(bar(page, 'pools').getByRole('button', { name: 'Compare with…' })).toHaveAttribute(
    'title',
    'Select at least two pools to compare.',
  )
  await select(page, other).check()
  await bar(page, 'pools').getByRole('button', { name: 'Compare with…' }).click()
  const dialog = dialogOf(page)
  await dialog.getByRole('combobox', { name: 'Compare with' }).selectOption({ label: `${one.name} (us-east-1)` })
  const compared = dialog.getByRole('list', { name: 'Compared pools' })
  await expect(compared).toContainText('2 differences')
  await compared.getByRole('link', { name: other.name }).click()
  await expect(page).toHaveURL(/compare\?left=/)
  await expect(page.getByRole('table', { name: 'Comparison' })).toContainText('Guest access')
})

test('the remedy of findings of one kind is applied to their pools', async ({
  page,
  createPool,
  emulator,
  expectAccessible,
}) => {
  const mark = crypto.randomUUID().slice(0, 8)
  const pools = [await createPool({ name: `Fix ${mark} a` }), await createPool({ name: `Fix ${mark} b` })]
  await page.goto(`/test/findings?q=${mark}`)
  const box = (title: string, pool: Pool | undefined) =>
    page.getByRole('checkbox', { name: `Select ${title}, ${pool?.name}` })
  await box('Guest access is on', pools[0]).check()
  await box('Basic (classic) flow is not set', pools[0]).check()
  await expect(bar(page, 'findings').getByRole('button', { name: 'Apply remedy…' })).toHaveAttribute(
    'title',
    'Select findings of one kind.',
  )
  await box('Basic (classic) flow is not set', pools[0]).uncheck()
  await box('Guest access is on', pools[1]).check()
  await expectAccessible(page)
  await bar(page, 'findings').getByRole('button', { name: 'Turn off guest access on 2 pools…' }).click()
  const dialog = dialogOf(page)
  await expect(dialog.getByText('Guest access off: guests are refused at their next call.').first()).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Turn off guest access on 2 pools' }).click()
  await expect(dialog.getByRole('status')).toContainText('Changed 2 pools.')
  for (const pool of pools) expect((await settingsOf(emulator, pool)).AllowUnauthenticatedIdentities).toBe(false)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(box('Guest access is on', pools[0])).toHaveCount(0)
})

test('on a read-only connection pools are selected and compared, and not tagged', async ({ page, createPool }) => {
  const mark = `mark-${crypto.randomUUID().slice(0, 8)}`
  const pool = await createPool({ IdentityPoolTags: { [mark]: '1' } })
  await page.goto(`/readonly/pools?tag=${mark}`)
  await select(page, pool).check()
  const tag = bar(page, 'pools').getByRole('button', { name: 'Add tag…' })
  await expect(tag).toHaveAttribute('title', /The connection Read only is read-only/)
  await tag.focus()
  await page.keyboard.press('Enter')
  await bar(page, 'pools').getByRole('button', { name: 'Clear selection' }).click()
  await expect(bar(page, 'pools')).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
