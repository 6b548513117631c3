import { expect, test } from './fixtures.ts'
import { lifeguard } from './fixtures/command.ts'
import { signInWith } from './fixtures/sign-in.ts'

test('an admin makes a token for a program, which it is shown once, and ends it at once', async ({
  page,
  console: served,
  expectAccessible,
}) => {
  await page.goto('/sessions')
  await page.getByRole('button', { name: 'Create token' }).click()
  const form = page.getByRole('form', { name: 'New token' })
  await form.getByRole('button', { name: 'Create token' }).click()
  await expect(form.getByText('Give it a name, such as the program that uses it.')).toBeVisible()
  await expect(form.getByText('Choose at least one connection.')).toBeVisible()
  await expectAccessible(page)
  await form.getByRole('textbox', { name: 'Name' }).fill('Nightly export')
  await form.getByRole('combobox', { name: 'Role' }).selectOption('support')
  await form.getByRole('checkbox', { name: 'Test' }).check()
  await form.getByRole('button', { name: 'Create token' }).click()
  const secret = (await page.getByText(/^lifeguard_/).textContent()) ?? ''
  expect(secret).toMatch(/^lifeguard_[\w-]{43}$/)
  await page.getByRole('button', { name: 'Done' }).click()
  await page.reload()
  expect(await page.content()).not.toContain(secret)

  const ask = (path: string) =>
    fetch(`${served.url}${path}`, { headers: { authorization: `Bearer ${secret}` }, redirect: 'manual' })
  expect((await ask('/api/audit?connection=test')).status).toBe(200)
  expect((await ask('/api/audit?connection=readonly')).status).toBe(403)
  const listed = await lifeguard(served, { LIFEGUARD_TOKEN: secret }, 'jobs', 'list', '--connection', 'test', '--json')
  expect(JSON.parse(listed)).toHaveProperty('jobs')

  const row = page.getByRole('row', { name: 'Nightly export' })
  await row.getByRole('button', { name: 'Revoke' }).click()
  await expect(row.getByText('revoked')).toBeVisible()
  expect((await ask('/api/audit?connection=test')).status).toBe(401)
  await expect(lifeguard(served, { LIFEGUARD_TOKEN: secret }, 'jobs', 'list', '--connection', 'test')).rejects.toThrow(
    'The token in LIFEGUARD_TOKEN has ended',
  )
  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page)
})

test('a session that an admin ends leads its browser to where one signs in, with what it was at', async ({
  page,
  browser,
  startConsole,
}) => {
  const served = await startConsole()
  const { link } = JSON.parse(await lifeguard(served, {}, 'sign-in-link', '--json')) as { link: string }
  const other = await browser.newContext()
  await other.addCookies([{ ...(await signInWith(link, served.url)), url: served.url }])
  const theirs = await other.newPage()
  await theirs.goto(`${served.url}/test/pools`)

  await page.goto(`${served.url}/sessions`)
  const sessions = page.getByRole('table', { name: 'Sessions' })
  const row = sessions.getByRole('row', { name: 'Another program' }).filter({ hasNotText: 'this one' })
  await expect(sessions.getByText('this one')).toHaveCount(1)
  await expect(row).toHaveCount(1)
  await row.getByRole('button', { name: 'End session' }).click()
  await expect(row).toHaveCount(0)
  // Nobody presses anything there.
  const notices = theirs.getByRole('region', { name: 'Notifications' })
  await expect(notices.getByText('Your session has ended', { exact: true })).toBeVisible()
  await expect(theirs.getByText('Your session has ended, and nothing was done.').first()).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'Sign in, in another tab' }).first()).toBeVisible()
  await theirs.goto(`${served.url}/test/find`)
  await expect(theirs).toHaveURL(/\/sign-in\?to=%2Ftest%2Ffind$/)
  await other.close()
})
