import type { Page } from '@playwright/test'
import { connectionsOn, expect, test } from './fixtures.ts'
import { pageOf, startConsoleAtProvider } from './fixtures/console-at-provider.ts'
import { confirmDeletion, dialogOf } from './fixtures/deletion.ts'
import { jobsPath } from './fixtures/jobs.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { identitiesPath } from './fixtures/paths.ts'

const NAME = 'Delete 4 identities'
const approval = (page: Page) => page.getByRole('dialog', { name: `Approve ${NAME}` })

test('a deletion that one person starts is done when another one approves it, and not by the first', async ({
  browser,
  emulator,
  startConsole,
  seededPool,
}) => {
  test.slow()
  const { pool, ids } = await seededPool({ guests: 4 })
  const { console, provider } = await startConsoleAtProvider(startConsole, {
    connections: connectionsOn(emulator),
    jobs: { approvalAbove: 3 },
  })
  for (const name of ['ada', 'bob']) provider.groups.set(name, ['desk'])
  const ada = await pageOf(browser, console.url + identitiesPath(pool), 'ada')
  await ada.getByRole('checkbox', { name: 'Select all loaded' }).click()
  await confirmDeletion(ada, 4)
  await expect(dialogOf(ada)).toContainText('A second person has to approve it')
  await dialogOf(ada).getByRole('link', { name: 'Open the job' }).click()
  await expect(ada.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  await ada.getByRole('button', { name: 'Approve', exact: true }).click()
  await approval(ada).getByRole('button', { name: NAME }).click()
  await approval(ada).getByRole('button', { name: NAME }).click()
  await expect(approval(ada).getByRole('alert')).toContainText('A second person has to decide on this job')
  expect(await listIdentities(emulator, pool)).toEqual(ids)

  const bob = await pageOf(browser, console.url + jobsPath(), 'bob')
  await bob.getByRole('link', { name: NAME }).first().click()
  await expect(bob.getByText('ada of the desk (support)')).toBeVisible()
  await bob.getByRole('button', { name: 'Approve', exact: true }).click()
  await approval(bob).getByRole('button', { name: NAME }).click()
  await expect(bob.getByRole('log', { name: 'Events' })).toContainText('bob of the desk approved it.')
  await expect.poll(() => listIdentities(emulator, pool)).toEqual([])
  for (const page of [ada, bob]) await page.context().close()
  await provider.stop()
})
