import { expect, test } from './fixtures.ts'

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

test('an operator without a mouse skips the head of the page', async ({ page }) => {
  await page.goto('/test/pools')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
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
