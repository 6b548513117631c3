import { expect, test } from './fixtures.ts'
import { copiedWith } from './fixtures/clipboard.ts'

test('pools are found by a tag, with their tags and ARNs beside them', async ({
  page,
  createPool,
  expectAccessible,
}) => {
  const team = `team-${crypto.randomUUID().slice(0, 8)}`
  const red = await createPool({ IdentityPoolTags: { [team]: 'Red' } })
  const blue = await createPool({ IdentityPoolTags: { [team]: 'blue', stage: 'test' } })
  await page.goto('/test/pools')
  const names = page.getByRole('rowheader')
  const filter = page.getByRole('textbox', { name: 'Filter by tag' })
  await filter.fill(team)
  await expect(names).toHaveText([red.name, blue.name].toSorted())
  await filter.fill(`${team}=red`)
  await expect(names).toHaveText([red.name])
  await expect(page).toHaveURL(new RegExp(`tag=${team}`))

  await page.getByRole('button', { name: 'Table options' }).click()
  const options = page.getByRole('group', { name: 'Table options' })
  await options.getByRole('checkbox', { name: 'Tags' }).check()
  await options.getByRole('checkbox', { name: 'ARN' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row').filter({ hasText: red.name })).toContainText(`${team}=Red`)
  const arn = await copiedWith(page, page.getByRole('button', { name: `Copy ARN of ${red.name}` }))
  expect(arn).toBe(`arn:aws:cognito-identity:${red.region}:123456789012:identitypool/${red.id}`)
  await expectAccessible(page)

  await filter.fill(`${team}=green`)
  await expect(page.getByText('No pool matches the filter')).toBeVisible()
  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.getByRole('button', { name: 'Clear filter' }).click()
  await expect(filter).toHaveValue('')
})
