import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { store } from '../db/open.ts'
import { answerMetrics } from '../metrics/answer-metrics.ts'
import { sampled } from '../metrics/sampled.ts'
import { describeIdentity } from '../identities/actions.ts'
import { createIdentityPool, describeIdentityPool } from '../pools/actions.ts'
import { consoleForTests } from './console-for-tests.ts'

consoleForTests()

const TOKEN = 'a-token-of-the-tests'
const MANY = 10_000
const place = { connectionId: 'test', region: 'us-east-1' }
const newPool = { ...place, allowUnauthenticated: true, developerProviderName: '' }

const metrics = async () => (await answerMetrics(`Bearer ${TOKEN}`, TOKEN)).text()
const seriesIn = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('lifeguard_'))
    .map((line) => line.slice(0, line.lastIndexOf(' ')))
    .toSorted()
const valueOf = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length) ?? 0,
  )

test.each([
  ['no token', null],
  ['another token', 'Bearer a-token-of-others'],
  ['another scheme', `Basic ${TOKEN}`],
  ['the beginning of the token', `Bearer ${TOKEN.slice(0, -1)}`],
])('whoever brings %s is refused', async (_, authorization) => {
  const answer = await answerMetrics(authorization, TOKEN)
  expect(answer.status).toBe(401)
  expect(await answer.text()).not.toContain('lifeguard_')
})

test('without a token in the configuration there are no metrics', async () => {
  expect((await answerMetrics('Bearer null', null)).status).toBe(404)
  expect((await answerMetrics(null, null)).status).toBe(404)
})

test('acts and calls are counted by how they ended', async () => {
  const before = await metrics()
  expect(await createIdentityPool({ ...newPool, name: 'Counted' })).toMatchObject({ ok: true })
  expect(await createIdentityPool({ ...newPool, name: 'no/slashes' })).toMatchObject({ ok: false })
  const after = await metrics()
  const added = (series: string) => valueOf(after, series) - valueOf(before, series)
  const acts = 'lifeguard_action_duration_seconds_count'
  expect(added(`${acts}{operation="CreateIdentityPool",outcome="succeeded"}`)).toBe(1)
  expect(added(`${acts}{operation="CreateIdentityPool",outcome="VALIDATION"}`)).toBe(1)
  const calls = 'lifeguard_aws_call_duration_seconds_count'
  expect(added(`${calls}{operation="CreateIdentityPool",outcome="answered"}`)).toBe(1)
  expect(added('lifeguard_store_statement_duration_seconds_count{outcome="succeeded"}')).toBeGreaterThan(0)
})

test('an entry that the audit log does not take is counted', async () => {
  const series = 'lifeguard_audit_write_failures_total'
  const before = valueOf(await metrics(), series)
  await sql`drop table audit_entry`.execute(store())
  expect(await createIdentityPool({ ...newPool, name: 'Uncounted' })).toMatchObject({ ok: false })
  expect(valueOf(await metrics(), series)).toBe(before + 1)
})

test('ids and names make no series, however many come', { timeout: 240_000 }, async () => {
  const one = async () => {
    const id = `us-east-1:${randomUUID()}`
    await describeIdentityPool({ pool: { connectionId: 'test', poolId: id } })
    await describeIdentity({ identity: { connectionId: 'test', identityId: id } })
    await describeIdentityPool({ pool: { connectionId: id, poolId: `<script>${id}` } })
  }
  await one()
  const before = seriesIn(await metrics())
  for (let count = 3; count < MANY; count += 30) await Promise.all(Array.from({ length: 10 }, one))
  const text = await metrics()
  expect(seriesIn(text)).toEqual(before)
  expect(text).not.toMatch(/us-east-1:|<script/)
})

test('what hangs is left out, and nobody waits for it', async () => {
  const held = { name: 'lifeguard_held', help: 'Never comes.', labelNames: [] }
  let isHeld = false
  const never = new Promise<never>(() => undefined)
  sampled({ ...held, sample: () => (isHeld ? never : [{ labels: {}, value: 7 }]) })
  onTestFinished(() => void (isHeld = false))
  expect(seriesIn(await metrics())).toContain('lifeguard_held')
  isHeld = true
  const began = performance.now()
  const text = await metrics()
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(valueOf(text, 'lifeguard_held')).toBe(0)
  expect(text).toContain('nodejs_eventloop_lag_seconds')
})
