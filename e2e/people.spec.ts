import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { jwt } from './fixtures/jwt.ts'
import { linkUsers } from './fixtures/people.ts'
import { createPool } from './fixtures/pools.ts'
import { startDelays } from './fixtures/delays.ts'

const PROVIDER = 'login.members.example'

test('a pasted list is looked up over all connections and exported', async ({
  page,
  startEmulator,
  startConsole,
  expectAccessible,
}) => {
  const shop = await startEmulator({ quotas: 'LookupDeveloperIdentity=25' })
  const loyalty = await startEmulator()
  const orders = await createPool(shop, { name: 'Orders', DeveloperProviderName: PROVIDER })
  await createPool(shop, { name: 'Open' })
  const cards = await createPool(loyalty, { name: 'Cards', DeveloperProviderName: PROVIDER })
  const ada = await linkUsers(shop, orders, { users: ['48213'] })
  await linkUsers(loyalty, cards, { users: ['48213'] })
  const token = jwt({ iss: 'https://accounts.google.com', sub: '4711' })
  const inputs: string[] = []
  const proxy = await startDelays(shop, ({ input }) => {
    inputs.push(input)
    return undefined
  })
  const { url } = await startConsole({
    config: {
      connections: [
        { id: 'shop', name: 'Shop', endpoint: proxy.url, regions: ['us-east-1'] },
        { id: 'loyalty', name: 'Loyalty', endpoint: loyalty.url, regions: ['us-east-1'] },
        { id: 'down', name: 'Down', endpoint: 'http://127.0.0.1:9', regions: ['us-east-1'] },
      ],
    },
  })
  await page.goto(`${url}/shop/find`)
  await page.getByRole('link', { name: 'Look up a list' }).click()
  const box = page.getByRole('textbox', { name: 'Identifiers' })
  const others = Array.from({ length: 60 }, (_, index) => `nobody-${index}`)
  await box.fill(['48213', ada, `Bearer ${token}`, ...others].join('\n'))
  await shop.fault({ operation: 'LookupDeveloperIdentity', error: 'TooManyRequestsException' })
  await page.getByRole('button', { name: 'Look up 63' }).click()
  await expect(page.getByText('AWS is busy.')).toBeVisible()
  await shop.clearFaults()
  const table = page.getByRole('table', { name: 'People' })
  const row = (name: string) =>
    table.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  await expect(row('48213')).toContainText('Known')
  await expect(row('48213').getByRole('listitem')).toHaveCount(2)
  await expect(row('48213')).toContainText('Cards in Loyalty')
  await expect(row('nobody-59')).toContainText('Waiting')
  await expect(page.getByText('All 63 done: 2 known, 60 not known, 1 not asked.')).toBeVisible({ timeout: 30_000 })
  await expect(row(ada)).toContainText('Orders in Shop')
  await expect(row('nobody-59')).toContainText('Not known')
  await expect(row('Token 1')).toContainText('Not asked')
  const left = page.getByRole('list', { name: 'Could not be searched' })
  await expect(left).toContainText('Open in Shop: It has no developer provider')
  await expect(left).toContainText('us-east-1 in Down')
  expect(inputs.join('\n')).not.toContain(token.slice(0, 40))
  await expectAccessible(page)

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as CSV' }).click()
  const csv = await readFile(await (await downloading).path(), 'utf8')
  expect(csv).toContain(`48213,known,shop,us-east-1,Orders,${orders.id},${ada},authenticated`)
  expect(csv).toContain('nobody-59,not known')

  await row(ada).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(ada)
  await page.goBack()
  await expect(row(ada)).toContainText('Orders in Shop')
  await proxy.stop()
})

test('a list that is stopped says who was not asked any more', async ({ page, startEmulator, startConsole }) => {
  const emulator = await startEmulator({ quotas: 'LookupDeveloperIdentity=10' })
  await createPool(emulator, { name: 'Orders', DeveloperProviderName: PROVIDER })
  const { url } = await startConsole({
    config: { connections: [{ id: 'own', endpoint: emulator.url, regions: ['us-east-1'] }] },
  })
  await page.goto(`${url}/own/find/list`)
  await expect(page.getByLabel('Or a file')).toBeEnabled()
  await page.getByLabel('Or a file').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`name,user id\n${Array.from({ length: 230 }, (_, index) => `N,${index}`).join('\n')}`),
  })
  await expect(page.getByText('30 more than 200 are in this list')).toBeVisible()
  await page.getByRole('button', { name: 'Look up 200' }).click()
  const table = page.getByRole('table', { name: 'People' })
  await expect(table.getByText('Not known').first()).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText(/^Stopped: 0 known, \d+ not known, \d+ not asked\.$/)).toBeVisible({ timeout: 20_000 })
  await expect(table.getByRole('row').last()).toContainText('The search was stopped.')
})
