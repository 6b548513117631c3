import { expect, test } from './fixtures.ts'
import { copiedWith } from './fixtures/clipboard.ts'

test('a connection is tested call by call, and gives the policy that it needs', async ({
  page,
  createPool,
  fault,
  clearFaults,
  expectAccessible,
}) => {
  await createPool()
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto('/test/about')
  await expect(page.getByRole('heading', { name: 'Connection Test' })).toBeVisible()
  const health = page.getByRole('region', { name: 'Health' })
  await expect(health.getByText('Answers')).toHaveCount(2)
  await fault({ operation: 'ListIdentityPools', error: 'AccessDeniedException' })
  await health.getByRole('button', { name: 'Ask again' }).click()
  await expect(health.getByText('Does not answer as it should')).toHaveCount(2)
  await clearFaults()
  await health.getByRole('button', { name: 'Ask again' }).click()
  await expect(health.getByText('Answers')).toHaveCount(2)
  const button = page.getByRole('button', { name: 'Test this connection' })
  await button.click()
  await expect(page.getByText('No call was refused.')).toBeVisible()
  await fault({ operation: 'ListIdentities', error: 'AccessDeniedException' })
  await button.click()
  await expect(page.getByText(/^Refused: 1 of \d+ calls\. \d+ could not be tried\.$/)).toBeVisible()
  await expect(page.getByText('The credentials lack the IAM action cognito-identity:ListIdentities.')).toBeVisible()
  await clearFaults()
  await expectAccessible(page)
  await page.getByText('Support people', { exact: true }).click()
  const policy: unknown = JSON.parse(await copiedWith(page, page.getByRole('button', { name: 'Copy IAM policy' })))
  expect(JSON.stringify(policy)).toContain('cognito-identity:MergeDeveloperIdentities')
  expect(JSON.stringify(policy)).not.toContain('cognito-identity:DeleteIdentityPool')
})
