import { ListTagsForResourceCommand } from '@aws-sdk/client-cognito-identity'
import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { startPostgres } from '../tools/postgres-server.ts'
import { reviewDialog } from './fixtures/access.ts'
import { cutOnPurpose } from './fixtures/console-messages.ts'
import { expect, test } from './fixtures.ts'
import { freePort } from './fixtures/free-port.ts'
import { startRoundRobin } from './fixtures/round-robin.ts'
import { bringSession } from './fixtures/sign-in.ts'

async function addTag(page: Page, at: number, key: string) {
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('textbox', { name: `Key of tag ${at}` }).fill(key)
}

/** Again as long as it says that nothing was saved: a copy has just ended, or has not heard yet that the database was away. */
async function save(page: Page) {
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = reviewDialog(page)
  const refused = dialog.getByText('Nothing was saved')
  const isRefused = async () => (await refused.count()) > 0
  const isAnswered = async () => (await dialog.count()) === 0 || (await isRefused())
  for (let tries = 0; tries === 0 || (tries < 4 && (await isRefused())); tries += 1) {
    await dialog.getByRole('button', { name: 'Save tags' }).click()
    await expect.poll(isAnswered, { timeout: 20_000 }).toBe(true)
  }
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeHidden()
}

test('two copies behind a balancer are one console, also when one is killed and when their database is restarted', async ({
  page,
  context,
  emulator,
  startConsole,
  createPool,
}) => {
  test.slow()
  cutOnPurpose.add(context)
  const postgres = await startPostgres()
  const ports = [await freePort(), await freePort()]
  const balancer = await startRoundRobin(ports)
  try {
    const key = randomBytes(32).toString('base64')
    const start = (port = 0) =>
      startConsole({
        config: { connections: [{ id: 'test', endpoint: emulator.url, regions: ['us-east-1'] }] },
        env: {
          PORT: String(port),
          LIFEGUARD_URL: balancer.url,
          DATABASE_URL: postgres.url,
          NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
        },
      })
    const first = await start(ports[0])
    const second = await start(ports[1])
    const pool = await createPool()
    const tags = async () => {
      const ResourceArn = `arn:aws:cognito-identity:${pool.region}:123456789012:identitypool/${pool.id}`
      const answer = await emulator.client(pool.region).send(new ListTagsForResourceCommand({ ResourceArn }))
      return Object.keys(answer.Tags ?? {}).toSorted()
    }

    await bringSession(context, { url: balancer.url, session: first.session })
    await page.goto(`${balancer.url}/test/pools/${pool.id}/tags`)
    await addTag(page, 1, 'both')
    await save(page)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit log' }).click()
    await expect(page.getByRole('row', { name: /^Add or change tags Succeeded/ })).toBeVisible()
    expect(Math.min(...balancer.answered)).toBeGreaterThan(2)
    await page.goBack()

    await addTag(page, 2, 'other')
    process.kill(first.pid, 'SIGKILL')
    await save(page)
    expect(await tags()).toEqual(['both', 'other'])

    await addTag(page, 3, 'restarted')
    await postgres.restart()
    await save(page)
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Key of tag 3' })).toHaveValue('restarted')
    expect(await tags()).toEqual(['both', 'other', 'restarted'])
    await page.goto('about:blank')
    await second.leave()
  } finally {
    await balancer.stop()
    await postgres.stop()
  }
})
