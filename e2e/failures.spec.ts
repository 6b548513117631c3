import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { boxOf } from './fixtures/deletion.ts'
import { cursorAfter } from './fixtures/list-identities.ts'
import { identitiesPath, poolPath } from './fixtures/paths.ts'

const UNKNOWN_POOL = { id: 'us-east-1:00000000-0000-4000-8000-000000000000', name: '', region: 'us-east-1' }

const failureOf = (page: Page, title: string) => page.getByRole('alert').filter({ hasText: title })
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' })

const NOTHING_THERE = [
  'No identity pools yet',
  'No identities yet',
  'No pool matches',
  'identities are loaded',
  '0 pools',
  '0 findings',
  'Every check ran',
  'Nothing was found',
]

/** No screen may call a list empty that it could not read. */
async function expectNotEmpty(page: Page) {
  for (const claim of NOTHING_THERE) await expect(page.getByText(claim)).toHaveCount(0)
}

test('an outage never looks like an empty list', async ({ page, createPool, seedIdentities, fault, clearFaults }) => {
  await page.goto('/down/pools')
  await expect(failureOf(page, 'The pools of us-east-1 could not be read')).toContainText(
    'The service did not answer ListIdentityPools (Down, us-east-1).',
  )
  await expect(page.getByText('No pool could be read. See above.')).toBeVisible()
  await expectNotEmpty(page)
  await page.goto('/down/findings')
  await expect(page.getByText('No pool could be checked. See above.')).toBeVisible()
  await expect(page.getByText('Nothing is known of the pools of Down')).toBeVisible()
  await expectNotEmpty(page)
  await page.goto(poolPath(UNKNOWN_POOL, 'down'))
  await expect(failureOf(page, "The pool's configuration could not be read")).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Details', exact: true })).toHaveCount(0)
  await page.goto(identitiesPath(UNKNOWN_POOL, 'down'))
  await expect(failureOf(page, 'The identities could not be read')).toContainText('ListIdentities')
  await expectNotEmpty(page)

  const pool = await createPool()
  const [identityId] = await seedIdentities(pool, { guests: 1 })
  await fault({ operation: 'ListIdentities', error: 'Disconnect', id: pool.id })
  await page.goto(identitiesPath(pool))
  await expect(failureOf(page, 'The identities could not be read')).toContainText('Check the network and the endpoint')
  await clearFaults()
  await fault({ operation: 'ListIdentities', error: 'AccessDeniedException', id: pool.id })
  await tryAgain(page).click()
  await expect(failureOf(page, 'The identities could not be read')).toContainText('AccessDeniedException')
  await expectNotEmpty(page)
  await clearFaults()
  await tryAgain(page).click()
  await expect(boxOf(page, identityId)).toBeVisible()
  await expect(page.getByText('The only identity is loaded.')).toBeVisible()
})

test('a denied list names the IAM action that is missing', async ({ page, createPool, fault, clearFaults }) => {
  const pool = await createPool()
  await fault({ operation: 'ListIdentities', error: 'AccessDeniedException', id: pool.id })
  await page.goto(identitiesPath(pool))
  const identities = failureOf(page, 'The identities could not be read')
  await expect(identities).toContainText('AccessDeniedException')
  await expect(identities).toContainText('AWS refused ListIdentities. User: arn:aws:iam')
  await expect(identities).toContainText('the IAM action cognito-identity:ListIdentities')
  await expect(page.getByText('AWS request ID')).toBeVisible()
  await expectNotEmpty(page)

  await fault({ operation: 'ListIdentityPools', error: 'AccessDeniedException' })
  await page.goto('/test/pools')
  for (const region of ['us-east-1', 'eu-west-1'])
    await expect(failureOf(page, `The pools of ${region} could not be read`)).toContainText(
      'the IAM action cognito-identity:ListIdentityPools',
    )
  await expectNotEmpty(page)
  await clearFaults()
})

test('a throttled first page waits visibly and recovers by itself', async ({
  page,
  createPool,
  seedIdentities,
  fault,
}) => {
  const pool = await createPool()
  const [identityId] = await seedIdentities(pool, { guests: 1 })
  await fault({ operation: 'ListIdentities', error: 'TooManyRequestsException', id: pool.id, count: 2 })
  await page.goto(identitiesPath(pool))
  await expect(failureOf(page, 'The identities could not be read')).toContainText(
    'AWS is busy: it takes no more calls of ListIdentities',
  )
  await expect(page.getByRole('timer')).toHaveText(/^Trying again in \d s$/)
  await expect(tryAgain(page)).toHaveCount(0)
  await expectNotEmpty(page)
  await expect(boxOf(page, identityId)).toBeVisible()
  await expect(page.getByRole('timer')).toHaveCount(0)
})

test('a failing next page keeps the rows before it', async ({
  page,
  emulator,
  createPool,
  seedIdentities,
  fault,
  clearFaults,
}) => {
  const pool = await createPool()
  await seedIdentities(pool, { guests: 130 })
  const id = await cursorAfter(emulator, pool, 1)
  await fault({ operation: 'ListIdentities', error: 'TooManyRequestsException', id, count: 2 })
  await page.goto(identitiesPath(pool))
  const region = page.getByRole('region', { name: 'Identities' })
  await region.press('End')
  const failure = failureOf(page, 'The next identities could not be read')
  await expect(failure).toContainText('TooManyRequestsException')
  await expect(page.getByRole('timer')).toHaveText(/^Trying again/)
  await expect(page.getByRole('checkbox', { name: 'Select us-east-1' }).first()).toBeVisible()
  await expect(failure).toHaveCount(0)
  await fault({ operation: 'ListIdentities', error: 'Disconnect', id: pool.id })
  await region.press('End')
  await expect(failure).toContainText('The service did not answer ListIdentities')
  await expectNotEmpty(page)
  await clearFaults()
  await tryAgain(page).click()
  await expect(page.getByText('All 130 identities are loaded.')).toBeVisible()
})

test('expired credentials and an unknown error each say what to do', async ({
  page,
  console: { output },
  createPool,
  fault,
}) => {
  const [expired, unknown] = [await createPool(), await createPool()]
  await fault({ operation: '*', error: 'ExpiredTokenException', id: expired.id })
  await page.goto(identitiesPath(expired))
  const identities = failureOf(page, 'The identities could not be read')
  await expect(identities).toContainText('The credentials of this connection were not accepted (Test, us-east-1).')
  await expect(identities).toContainText('Renew them (for example with "aws sso login")')
  await expectNotEmpty(page)

  await fault({ operation: 'ListIdentities', error: 'TeapotException', id: unknown.id })
  await page.goto(identitiesPath(unknown))
  await expect(identities).toContainText('ListIdentities failed in a way that Lifeguard does not know')
  const reference = page.getByRole('definition').last()
  await expect(reference).toHaveText(/^[0-9a-f]{10}-[0-9a-z]+$/)
  const requestId = await reference.innerText()
  const linesOf = () =>
    output()
      .split('\n')
      .filter((line) => line.includes(`"requestId":"${requestId}"`))
  await expect.poll(() => linesOf().map((line) => /"msg":"([^"]+)"/.exec(line)?.[1])).toContain('Answered')
  expect(linesOf().join('\n')).toContain('An action failed unexpectedly')
  await expectNotEmpty(page)
})

test('a reading that fails is told above what was read before', async ({
  page,
  createPool,
  seedIdentities,
  fault,
  clearFaults,
}) => {
  const pool = await createPool()
  const [identityId] = await seedIdentities(pool, { guests: 1 })
  await page.goto(identitiesPath(pool))
  await expect(boxOf(page, identityId)).toBeVisible()
  await fault({ operation: 'ListIdentities', error: 'Disconnect', id: pool.id })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(failureOf(page, 'The identities could not be read')).toContainText('ListIdentities')
  await expect(boxOf(page, identityId)).toBeVisible()
  await clearFaults()
  await tryAgain(page).click()
  await expect(failureOf(page, 'The identities could not be read')).toHaveCount(0)

  await fault({ operation: 'ListIdentities', error: 'AccessDeniedException', id: pool.id })
  await page.goto(poolPath(pool))
  const findings = page.getByRole('region', { name: 'Findings' })
  await expect(findings).toContainText('1 check did not run')
  await fault({ operation: 'DescribeIdentityPool', error: 'Disconnect', id: pool.id })
  await tryAgain(page).click()
  await expect(failureOf(page, 'The pool could not be checked')).toContainText('DescribeIdentityPool')
  await expect(findings).toContainText('1 check did not run')
  await clearFaults()
  await tryAgain(page).first().click()
  await expect(failureOf(page, 'The pool could not be checked')).toHaveCount(0)
  await expect(findings).not.toContainText('1 check did not run')
  await expect(findings).toContainText('13 checks did not run')
})
