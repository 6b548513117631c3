import { expect, test } from './fixtures.ts'

const REGIONS = ['us-east-1', 'eu-west-1']

test('a newcomer sees the dangerous pool on the first page, why it is one, and that every check ran', async ({
  page,
  startConsole,
  expectAccessible,
}) => {
  const connection = { id: 'local', name: 'Local emulator', regions: REGIONS, emulator: { seed: 'demo' } }
  const { url } = await startConsole({ config: { connections: [connection] } })
  await page.goto(url)
  await expect(page).toHaveURL(/\/local\/pools/)
  const counted = (name: string) =>
    page
      .getByRole('row')
      .filter({ hasText: name })
      .getByRole('link', { name: /findings/ })
  await expect(counted('Field Survey Prototype')).toHaveAccessibleName(/^\d+ critical/)
  await expect(counted('Legacy Member Portal')).toHaveAccessibleName(/^2 high 1 low/)

  await page.getByRole('link', { name: 'Field Survey Prototype' }).click()
  const findings = page.getByRole('region', { name: 'Findings' })
  for (const name of [
    'A role’s trust policy lacks aud',
    'A role trusts any identity pool',
    'Guests can take a role meant for users',
    'Guests have powers that no stranger should have',
  ])
    await expect(findings.getByRole('heading', { name }).first()).toBeVisible()
  await expect(findings).toContainText('FieldSurveyEveryone')
  await expect(findings).not.toContainText('did not run')

  await page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name: 'Reach' }).click()
  const ruled = page.getByRole('rowheader', { name: /custom:team is site-01 or site-02/ })
  await expect(ruled).not.toContainText('site-26')
  await ruled.getByRole('button', { name: 'Show all' }).click()
  await expect(ruled).toContainText('site-26')

  await page.goto(`${url}/local/findings`)
  const rows = page.getByRole('table', { name: 'Findings' }).getByRole('row')
  await expect(rows.nth(20)).toBeVisible()
  const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height))
  expect(Math.max(...heights), 'no evidence takes a second line').toBeLessThan(45)
  await page.getByText('Not everything could be checked').click()
  const unchecked = page.getByRole('list', { name: 'Not checked' }).getByRole('listitem')
  await expect(unchecked).toHaveText([/^1 check saw only a part of 6 pools: .*Identities use a provider/])
  await expectAccessible(page)
})
