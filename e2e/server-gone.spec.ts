import { TagResourceCommand } from '@aws-sdk/client-cognito-identity'
import type { Page } from '@playwright/test'
import { connectionsOn, expect, test } from './fixtures.ts'
import { cutOnPurpose } from './fixtures/console-messages.ts'
import { poolPath } from './fixtures/paths.ts'

const told = (page: Page) => page.getByRole('alert').filter({ hasText: 'The Lifeguard server does not answer' })
const answersAgain = (page: Page) => page.getByText('The Lifeguard server answers again')

/** What lies over the page has come, and with it what holds requests. */
const atRest = (page: Page) => expect(page.getByRole('region', { name: 'Notifications' })).toBeAttached()

test('a page goes on by itself after its server was gone, with what was typed', async ({
  page,
  startConsole,
  createPool,
  expectAccessible,
}) => {
  cutOnPurpose.add(page.context())
  const pool = await createPool()
  const { url, leave, comeBack } = await startConsole()
  await page.goto(`${url}${poolPath(pool)}/access`)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Typed before')
  await expect(page.getByText('1 unsaved change')).toBeVisible()
  await atRest(page)

  await leave()
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(told(page)).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Typed before')
  await told(page).getByRole('button', { name: 'Try again' }).click()
  await expect(told(page)).toBeVisible()
  await comeBack()
  const review = page.getByRole('dialog', { name: 'Review changes' })
  await expect(review).toContainText('Typed before')
  await expect(told(page)).toBeHidden()
  await expect(answersAgain(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard' }).click()

  await leave()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit log' }).click()
  await expect(told(page)).toBeVisible()
  await comeBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible()
  await expect(page).toHaveURL(`${url}/audit`)
  await expect(told(page)).toBeHidden()
})

test('a server that is gone is told once, and its readings are made when it is back', async ({
  page,
  emulator,
  startConsole,
  createPool,
}) => {
  cutOnPurpose.add(page.context())
  const pool = await createPool({ IdentityPoolTags: { team: 'web' } })
  const { url, leave, comeBack } = await startConsole({ config: { connections: connectionsOn(emulator).slice(0, 1) } })
  await page.goto(`${url}${poolPath(pool)}/tags`)
  const value = page.getByRole('textbox', { name: 'Value of tag 1' })
  await expect(value).toBeEnabled()
  await atRest(page)
  await leave()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(told(page)).toBeVisible()
  const arn = `arn:aws:cognito-identity:${pool.region}:123456789012:identitypool/${pool.id}`
  await emulator.client(pool.region).send(new TagResourceCommand({ ResourceArn: arn, Tags: { team: 'shop' } }))
  await expect(page.getByRole('alert').filter({ hasText: /\S/ }), 'one message').toHaveCount(1)
  await expect(page.getByText('The tags could not be read')).toHaveCount(0)
  await expect(value).toHaveValue('web')
  await comeBack()
  await expect(told(page)).toBeHidden()
  await expect(page.getByText('Nobody changed it through this connection of Lifeguard.')).toBeVisible()
  await page.getByRole('button', { name: 'Show what is there now' }).click()
  await expect(value).toHaveValue('shop')
})
