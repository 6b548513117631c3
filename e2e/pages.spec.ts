import { UpdateIdentityPoolCommand } from '@aws-sdk/client-cognito-identity'
import type { Locator, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { copiedWith } from './fixtures/clipboard.ts'
import { identitiesPath, poolPath } from './fixtures/paths.ts'

const READ = /Read at \d\d:\d\d/
const header = (page: Page) => page.getByRole('main').locator('header')
const failureOf = (page: Page, title: string) => page.getByRole('alert').filter({ hasText: title })
const tooltip = (page: Page) => page.getByRole('tooltip')

const widthOf = async (what: Locator) => Math.round((await what.boundingBox())?.width ?? 0)

/** How much of the boxes' text scrolls by itself, in pixels down. */
const hiddenBelow = (code: Locator) => code.evaluate((box) => box.scrollHeight - box.clientHeight)

test('a page says when it was read and is read again, by button and by key', async ({
  page,
  emulator,
  createPool,
  seedIdentities,
  fault,
  clearFaults,
}) => {
  const pool = await createPool()
  await seedIdentities(pool, { guests: 1 })
  const rename = (name: string) =>
    emulator.client(pool.region).send(
      new UpdateIdentityPoolCommand({
        IdentityPoolId: pool.id,
        IdentityPoolName: name,
        AllowUnauthenticatedIdentities: true,
      }),
    )
  const refresh = page.getByRole('button', { name: 'Refresh' })
  const title = (name: string) => page.getByRole('heading', { level: 1, name })
  await page.goto(poolPath(pool))
  await expect(header(page)).toContainText(READ)
  const place = await refresh.boundingBox()
  await rename('Renamed once')
  await refresh.click()
  await expect(title('Renamed once')).toBeVisible()
  await expect(refresh).toBeEnabled()
  await rename('Renamed again')
  await page.keyboard.press('r')
  await expect(title('Renamed again')).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Refresh')
  await page.keyboard.press('Escape')

  await fault({ operation: 'GetIdentityPoolRoles', error: 'Disconnect', id: pool.id })
  await refresh.click()
  await expect(failureOf(page, 'The roles could not be read')).toBeVisible()
  await expect(header(page)).toContainText('Not all read')
  await clearFaults()
  await refresh.click()
  await expect(header(page)).toContainText(READ)
  expect(await refresh.boundingBox()).toEqual(place)

  for (const path of ['/test/findings', '/audit', identitiesPath(pool)]) {
    await page.goto(path)
    await expect(header(page)).toContainText(READ)
    await expect(refresh).toBeEnabled()
  }
})

test('a form and its save bar are as wide as each other, and as the code of a pool', async ({ page, createPool }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const pool = await createPool()
  const bar = page.getByRole('status').filter({ hasText: 'unsaved change' }).locator('..')
  await page.goto(`${poolPath(pool)}/access`)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Wide')
  const form = await widthOf(page.getByRole('region', { name: 'Pool', exact: true }))
  expect(await widthOf(bar)).toBe(form)
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.goto(`${poolPath(pool)}/roles`)
  await page.getByRole('combobox', { name: 'Authenticated role' }).fill('arn:aws:iam::123456789012:role/Wide')
  await expect(bar).toBeVisible()
  const roles = page.getByRole('region', { name: 'Default roles' })
  expect([await widthOf(roles), await widthOf(bar)]).toEqual([form, form])
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.goto(`${poolPath(pool)}/tags`)
  expect(await widthOf(page.getByRole('region', { name: 'Tags' }))).toBe(form)
  await page.goto(`${poolPath(pool)}/code`)
  expect(await widthOf(page.getByRole('region', { name: 'Create an equal pool' }))).toBe(form)
})

test('what is only a sign or is cut short is told by a tooltip, also to the keyboard', async ({
  page,
  createPool,
  startConsole,
  expectAccessible,
}) => {
  const pool = await createPool()
  const { url } = await startConsole({ role: 'viewer' })
  await page.goto(url + poolPath(pool))
  await expect(page.getByRole('region', { name: 'Notifications' })).toBeAttached()
  const copy = page.getByRole('button', { name: 'Copy pool ID' })
  await copy.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(tooltip(page)).toContainText(`Copy pool ID ${pool.id}`)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(tooltip(page)).toBeHidden()
  await page.getByText('us-east-1', { exact: true }).last().hover()
  await copy.hover()
  await expect(tooltip(page)).toBeVisible()
  await page.getByRole('heading', { level: 1 }).hover()
  await expect(tooltip(page)).toBeHidden()

  const suppress = page.getByRole('button', { name: 'Suppress: Guest access is on' })
  await expect(suppress).toBeDisabled()
  await page.getByRole('link', { name: 'Fix: Guest access is on' }).focus()
  await page.keyboard.press('Tab')
  await expect(suppress).toBeFocused()
  await expect(tooltip(page)).toContainText('the role admin may')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('code is coloured in both themes, does not scroll by itself and is taken away as a file', async ({
  page,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool({ name: 'Harbour Gate', IdentityPoolTags: { owner: 'quay' } })
  for (const [format, part, file, holds] of [
    ['cli', 'Create an equal pool', 'harbour-gate-create.sh', "--identity-pool-name 'Harbour Gate'"],
    ['terraform', 'Terraform configuration', 'harbour-gate.tf', 'resource "aws_cognito_identity_pool"'],
    ['cloudformation-yaml', 'CloudFormation template', 'harbour-gate.template.yaml', 'AWS::Cognito::IdentityPool'],
    ['cdk', 'CDK program', 'harbour-gate-stack.ts', 'new CfnIdentityPool'],
  ] as const) {
    await page.goto(`${poolPath(pool)}/code?as=${format}`)
    const code = page.getByRole('group', { name: part })
    await expect(code).toContainText(holds)
    await expect(code.locator('code > span').first()).toBeVisible()
    expect(await hiddenBelow(code)).toBe(0)
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: `Download ${part}` }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe(file)
    expect(await readFile(await download.path(), 'utf8')).toContain(holds)
  }
  await expectAccessible(page)
})

test('the overview tells ARN, tags and session tags, and the connection where an app reaches it', async ({
  page,
  emulator,
  createPool,
}) => {
  const pool = await createPool({ IdentityPoolTags: { team: 'harbour' } })
  await page.goto(poolPath(pool))
  const details = page.getByRole('region', { name: 'Details' })
  await expect(details).toContainText('team = harbour')
  await expect(details).toContainText(/Attributes for access control\s*None/)
  const arn = await copiedWith(page, details.getByRole('button', { name: 'Copy pool ARN' }))
  expect(arn).toMatch(new RegExp(`^arn:aws:cognito-identity:us-east-1:\\d{12}:identitypool/${pool.id}$`))

  const unrun = page.getByText('13 checks did not run')
  await expect(unrun).toHaveCount(1)
  await unrun.click()
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('AWS_ENDPOINT_URL_IAM')
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Connection: Test' }).click()
  const copyEndpoint = page.getByRole('button', { name: 'Copy the endpoint of Test' })
  await expect(page.getByRole('group', { name: 'Connections' })).toContainText(`Endpoint ${emulator.url}`)
  expect(await copiedWith(page, copyEndpoint)).toBe(emulator.url)
})

test('what is chosen is told from the rest in forced colours', async ({ page, createPool, expectAccessible }) => {
  const pool = await createPool()
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(`${poolPath(pool)}/code`)
  const formats = page.getByRole('group', { name: 'Format' }).locator('label')
  await expect(formats.first()).toBeVisible()
  const grounds = await formats.evaluateAll((labels) => labels.map((label) => getComputedStyle(label).backgroundColor))
  expect(new Set(grounds.slice(1)).size).toBe(1)
  expect(grounds[0]).not.toBe(grounds[1])
  const tabs = page.getByRole('navigation', { name: 'Pool' })
  const markOf = (name: string) => tabs.getByRole('link', { name, exact: true }).locator('span').last()
  await expect(markOf('Code')).toBeVisible()
  await expect(markOf('Tags')).toBeHidden()

  await page.goto(`${poolPath(pool)}/identities`)
  const live = page.getByRole('switch').first()
  const drawn = () =>
    live.evaluate((box) =>
      [getComputedStyle(box), getComputedStyle(box, '::before')].map((style) => style.backgroundColor),
    )
  const [track, thumb] = await drawn()
  expect(thumb).not.toBe(track)
  await live.press('Space')
  const [trackOn, thumbOn] = await drawn()
  expect(trackOn).not.toBe(track)
  expect(thumbOn).not.toBe(trackOn)
  await page.goto('/test/pools')
  await expectAccessible(page)
})
