import { connectionsOn, expect, test } from './fixtures.ts'
import { pageOf, startConsoleAtProvider } from './fixtures/console-at-provider.ts'
import { dialogOf } from './fixtures/deletion.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'
import { poolPath } from './fixtures/paths.ts'
import { inStore } from './fixtures/store.ts'

test('a pool is deleted after a sign-in of the last minutes, and what was typed waits for it', async ({
  browser,
  emulator,
  startConsole,
  createPool,
}) => {
  test.slow()
  const pool = await createPool()
  const { console, provider } = await startConsoleAtProvider(startConsole, { connections: connectionsOn(emulator) })
  provider.groups.set('ada', ['admins'])
  const page = await pageOf(browser, console.url + poolPath(pool), 'ada')
  await expect(page.getByRole('heading', { level: 1, name: pool.name })).toBeVisible()
  inStore(console, (store) => store.exec(`update session set signed_in_at = signed_in_at - 11 * 60000`))

  await chooseInMenu(page, 'Delete pool')
  const typed = dialogOf(page).getByRole('textbox')
  await typed.fill(pool.name)
  const act = dialogOf(page).getByRole('button', { name: 'Delete pool' })
  await act.click()
  await expect(dialogOf(page).getByText('This takes a sign-in that is no older than 10 minutes')).toBeVisible()
  const opened = page.context().waitForEvent('page')
  await dialogOf(page).getByRole('link', { name: 'Sign in, in another tab' }).click()
  const again = await opened
  await again.getByPlaceholder('Enter any login').fill('ada')
  await again.getByPlaceholder('and password').fill('any')
  await again.getByRole('button', { name: 'Sign-in' }).click()
  await expect(again.getByRole('heading', { level: 1, name: 'Identity pools' })).toBeVisible()
  expect(inStore(console, (store) => store.prepare('select count(*) as count from session').get())).toEqual({
    count: 1,
  })
  await again.close()

  await expect(typed).toHaveValue(pool.name)
  await act.click()
  await expect(page).toHaveURL(/\/test\/pools$/)
  await page.context().close()
  await provider.stop()
})
