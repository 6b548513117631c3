import { expect, test } from './fixtures.ts'
import { linkUsers } from './fixtures/people.ts'
import { createPool } from './fixtures/pools.ts'
import { startRegionalOutage } from './fixtures/regional-outage.ts'

const PROVIDER = 'login.members.example'

test('Find claims no more than it asked, and carries its words to other connections', async ({
  page,
  startEmulator,
  startConsole,
  expectAccessible,
}) => {
  const emulator = await startEmulator()
  const orders = await createPool(emulator, { name: 'Orders', DeveloperProviderName: PROVIDER })
  await createPool(emulator, { name: 'Kiosk', DeveloperProviderName: PROVIDER })
  await createPool(emulator, { name: 'Open' })
  const ada = await linkUsers(emulator, orders, { users: ['Ada@example.com'] })
  const loyalty = await startEmulator()
  const cards = await createPool(loyalty, { name: 'Cards', DeveloperProviderName: PROVIDER })
  const card = await linkUsers(loyalty, cards, { users: ['48213'] })
  const outage = await startRegionalOutage(emulator, 'eu-west-1')
  const regions = ['us-east-1', 'eu-west-1']
  const { url } = await startConsole({
    config: {
      connections: [
        { id: 'shop', name: 'Shop Production', endpoint: outage.url, regions },
        { id: 'loyalty', name: 'Loyalty App', endpoint: loyalty.url, regions: ['us-east-1'] },
      ],
    },
  })
  await page.goto(`${url}/shop/find`)
  const box = page.getByRole('textbox', { name: 'Who is it?' })
  const left = page.getByRole('region', { name: 'Not asked' }).first()
  const look = async (text: string) => {
    await box.fill(text)
    await box.press('Enter')
  }
  await look('48213')
  await expect(page.getByText('None of the 2 pools that could be asked knows 48213')).toBeVisible()
  await expect(left).toContainText('eu-west-1 was not read')
  await expect(left).toContainText('1 pool has no developer provider and cannot be asked: Open.')
  await expect(page.getByText('the service has no such call')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('combobox', { name: 'Look users up in' }).selectOption({ label: 'Kiosk (us-east-1)' })
  await expect(page.getByText('The 1 pool that could be asked does not know 48213')).toBeVisible()
  await expect(left).toContainText('Only Kiosk was asked, as chosen: 2 pools of this connection were not.')
  await left.getByRole('button', { name: 'Ask every pool' }).click()
  await expect(page.getByText('None of the 2 pools that could be asked knows 48213')).toBeVisible()

  await page.getByRole('button', { name: 'Look in all connections' }).click()
  await expect(page.getByRole('region', { name: '48213 in Cards' })).toBeVisible()
  await look(card)
  await expect(page.getByText(`Shop Production has no identity ${card}`)).toBeVisible()
  await page.getByRole('button', { name: 'Look in Loyalty App' }).click()
  await expect(page).toHaveURL(`${url}/loyalty/find`)
  await expect(page.getByRole('region', { name: 'Identity', exact: true })).toContainText(card)
  await page.goBack()

  await look('ada@EXAMPLE.com')
  await expect(page.getByText('None of the 2 pools that could be asked knows ada@EXAMPLE.com')).toBeVisible()
  await page.getByRole('region', { name: 'Other spellings' }).getByRole('button', { name: 'ada@example.com' }).click()
  await expect(page.getByRole('heading', { name: 'Results for ada@example.com' })).toBeVisible()
  await look('Ada@example.com')
  const found = page.getByRole('region', { name: 'Ada@example.com in Orders' })
  await expect(found.getByRole('link', { name: 'Open identity' })).toBeVisible()
  await expect(found).toContainText(ada)
  await look('x'.repeat(1100))
  await expect(page.getByText('This has 1,100 characters')).toBeVisible()
  await expect(found).toHaveCount(0)

  await look('us-east-1:4728cf75')
  await expect(page.getByText('The ID us-east-1:4728cf75 is incomplete')).toBeVisible()
  await page.getByRole('button', { name: 'Look it up exactly as typed' }).click()
  await expect(page.getByText('None of the 2 pools that could be asked knows us-east-1:4728cf75')).toBeVisible()
  await look(ada.slice(ada.indexOf(':') + 1))
  await page.getByRole('button', { name: 'Identity in us-east-1' }).click()
  await expect(page.getByRole('region', { name: 'Identity', exact: true })).toContainText(ada)
  await outage.stop()
})

test('an identity that may not be read says so and can be asked for again', async ({
  page,
  startEmulator,
  startConsole,
}) => {
  const emulator = await startEmulator()
  const pool = await createPool(emulator, { name: 'Orders', DeveloperProviderName: PROVIDER })
  await linkUsers(emulator, pool, { users: ['ada'] })
  await emulator.fault({ operation: 'DescribeIdentity', error: 'AccessDeniedException', count: 1 })
  const { url } = await startConsole({
    config: { connections: [{ id: 'own', endpoint: emulator.url, regions: ['us-east-1'] }] },
  })
  await page.goto(`${url}/own/find`)
  await page.getByRole('textbox', { name: 'Who is it?' }).fill('ada')
  await page.keyboard.press('Enter')
  const found = page.getByRole('region', { name: 'ada in Orders' })
  await expect(found.getByText('The identity could not be read')).toBeVisible()
  await expect(found.getByText('Not read').first()).toBeVisible()
  await found.getByRole('button', { name: 'Try again' }).click()
  await expect(found.getByText('Authenticated')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.getByRole('textbox', { name: 'Who is it?' }).press('Enter')
  await page.keyboard.type('51177')
  await expect(page.getByRole('textbox', { name: 'Who is it?' })).toHaveValue('51177')
})
