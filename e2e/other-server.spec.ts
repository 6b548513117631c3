import { expect, test } from './fixtures.ts'
import { goToReview } from './fixtures/create-pool.ts'
import { hasMoto, startMoto } from './fixtures/moto.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'

if (hasMoto()) {
  test('an operator works on a server that is not ours', async ({ page, startConsole }) => {
    const moto = await startMoto()
    try {
      const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
      const regions = ['us-east-1', 'eu-west-1']
      const connections = [{ id: 'moto', name: 'Moto', endpoint: moto.url, regions, credentials }]
      const { url } = await startConsole({ config: { connections } })
      await page.goto(`${url}/moto/pools`)
      await expect(page.getByText('No identity pools yet')).toBeVisible()

      await page.getByRole('button', { name: 'Create pool' }).first().click()
      await page.getByLabel('Name', { exact: true }).fill('Made elsewhere')
      await page.getByLabel('Region', { exact: true }).selectOption('eu-west-1')
      await goToReview(page)
      await page.getByRole('button', { name: 'Create pool' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Made elsewhere' })).toBeVisible()
      await expect(page).toHaveURL(/\/moto\/pools\/eu-west-1:/)

      await page.goto(`${url}/moto/pools`)
      await page.getByRole('link', { name: 'Made elsewhere' }).click()
      await chooseInMenu(page, 'Delete pool…')
      await page.getByLabel('Type Made elsewhere to confirm').fill('Made elsewhere')
      await page.getByRole('dialog').getByRole('button', { name: 'Delete pool' }).click()
      await expect(page).toHaveURL(/\/moto\/pools$/)
      await expect(page.getByText('No identity pools yet')).toBeVisible()
    } finally {
      await moto.stop()
    }
  })
}
