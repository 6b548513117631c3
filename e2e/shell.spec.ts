import { once } from 'node:events'
import { createServer } from 'node:http'
import { connectionsOn, expect, test } from './fixtures.ts'

test('an operator arrives at the pools of the first connection', async ({ page, expectAccessible }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/test\/pools$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Identity pools' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Identity pools' })).toBeVisible()
  await expectAccessible(page)
})

test('an operator changes to another connection', async ({ page }) => {
  await page.goto('/test/pools')
  await page.getByRole('button', { name: 'Connection: Test' }).click()
  await page.getByRole('link', { name: 'Read only' }).click()
  await expect(page).toHaveURL(/\/readonly\/pools$/)
  await expect(page.getByRole('button', { name: 'Connection: Read only' })).toBeVisible()
})

test('the menu of connections says whose credentials the present one uses', async ({
  page,
  startConsole,
  expectAccessible,
}) => {
  const arn = 'arn:aws:sts::999988887777:assumed-role/Desk/ada'
  const sts = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/xml' })
      .end(
        `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>999988887777</Account><Arn>${arn}</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`,
      )
  })
  sts.listen(0, '127.0.0.1')
  await once(sts, 'listening')
  const address = sts.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const { url } = await startConsole({
    config: {
      connections: [
        { id: 'cloud', name: 'Cloud', regions: ['us-east-1'], credentials },
        { id: 'demo', name: 'Demo', regions: ['us-east-1'], emulator: { seed: 0 } },
      ],
    },
    env: { AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${port}` },
  })
  await page.goto(`${url}/cloud/find`)
  await page.getByRole('button', { name: /^Connection: / }).click()
  const cloud = page.getByRole('region', { name: 'Credentials of Cloud' })
  await expect(cloud).toContainText('999988887777')
  await expect(cloud).toContainText(arn)
  await expect(cloud.getByRole('button', { name: 'Copy the caller’s ARN' })).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${url}/demo/find`)
  await page.getByRole('button', { name: /^Connection: / }).click()
  await expect(page.getByRole('region', { name: 'Credentials of Demo' })).toContainText('Embedded emulator')
  sts.closeAllConnections()
  sts.close()
})

test('an operator without a mouse skips the head of the page', async ({ page }) => {
  await page.goto('/test/pools')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  expect(await skip.evaluate((link) => link.getBoundingClientRect().top)).toBeGreaterThan(0)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#main$/)
})

test('a mistyped address says that there is no such page', async ({ page, expectAccessible }) => {
  const response = await page.goto('/no/such/page')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Go to the start page' }).click()
  await expect(page).toHaveURL(/\/test\/pools$/)
})

test('the head of a page is one line, on a phone two, whatever the connection is called', async ({
  page,
  emulator,
  createPool,
  startConsole,
}) => {
  const pool = await createPool({ DeveloperProviderName: 'login.example.com' })
  const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2']
  const long = { name: 'Customer identities of the northern shops', label: 'PRODUCTION FRANKFURT', color: 'red' }
  const connections = connectionsOn(emulator).map((connection) => ({ ...connection, ...long, regions, readOnly: true }))
  const { url } = await startConsole({ config: { connections } })
  await page.goto(`${url}/test/pools/${pool.id}`)
  const head = page.getByRole('banner')
  for (const [width, height] of [
    [360, 81],
    [640, 81],
    [768, 49],
    [1024, 49],
    [1120, 49],
    [1440, 49],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    expect((await head.boundingBox())?.height, `at ${width} px`).toBeLessThanOrEqual(height)
    await expect(head.getByText(long.label).first()).toBeInViewport({ ratio: 1 })
    await expect(head.getByRole('button', { name: 'Go to…' })).toBeInViewport({ ratio: 1 })
    await expect(head.getByRole('link', { name: 'Audit log' })).toBeInViewport({ ratio: 1 })
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(isWider, `at ${width} px`).toBe(false)
  }

  await page.setViewportSize({ width: 360, height: 800 })
  const tabs = page.getByRole('navigation', { name: 'Pool' }).getByRole('link')
  await tabs.first().focus()
  for (let at = 1; at < (await tabs.count()); at++) {
    await page.keyboard.press('Tab')
    await expect(tabs.nth(at)).toBeFocused()
    await expect(tabs.nth(at)).toBeInViewport({ ratio: 0.99 })
  }

  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const bare = await ground()
  await head.getByRole('button', { name: 'Go to…' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect.poll(ground).not.toBe(bare)
  await page.keyboard.press('Escape')
  await expect.poll(ground).toBe(bare)
})
