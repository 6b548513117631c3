import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { copiedWith } from './fixtures/clipboard.ts'
import { dialogOf } from './fixtures/deletion.ts'
import { identitiesPath, identityPath, poolPath } from './fixtures/paths.ts'
import { createPool } from './fixtures/pools.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const keysDialog = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' })
const palette = (page: Page) => page.getByLabel('Pool, identity ID, page or action')

async function goByPalette(page: Page, words: string) {
  await page.keyboard.press('ControlOrMeta+k')
  await palette(page).fill(words)
}

test('a person asks for the keys of a page and goes by them', async ({ page, seededPool, expectAccessible }) => {
  const { pool } = await seededPool({ guests: 2 })
  const { keyboard } = page
  await page.goto('/test/pools')
  await keyboard.press('?')
  await expect(keysDialog(page)).toBeVisible()
  const everywhere = keysDialog(page).getByRole('region', { name: 'Everywhere' })
  await expect(everywhere).toContainText('Go to Audit log')
  await expectAccessible(page)
  await keyboard.press('g')
  await keyboard.press('a')
  await keyboard.press('Escape')
  await expect(keysDialog(page)).toHaveCount(0)
  await expect(page).toHaveURL(/\/test\/pools$/)

  await keyboard.press('/')
  const filter = page.getByRole('textbox', { name: 'Filter by name or ID' })
  await expect(filter).toBeFocused()
  await keyboard.type('g a?/')
  await expect(filter).toHaveValue('g a?/')
  await filter.fill(pool.name)
  await page.getByRole('link', { name: pool.name }).press('Enter')
  await expect(heading(page, pool.name)).toBeVisible()
  for (const [keys, name] of [
    ['ga', 'Audit log'],
    ['gi', 'Findings'],
    ['gp', 'Identity pools'],
    ['gf', 'Find'],
  ] as const) {
    await keyboard.type(keys)
    await expect(heading(page, name)).toBeVisible()
    await expect(page.locator(':focus')).toHaveCount(1)
  }

  await page.goto(identitiesPath(pool))
  await expect(page.getByText('All 2 identities are loaded.')).toBeAttached()
  await keyboard.press('?')
  await expect(keysDialog(page)).toBeVisible()
  const table = keysDialog(page).getByRole('region', { name: 'Table of identities' })
  for (const words of ['next row', 'Select all loaded', 'Delete what is selected', 'Clear the selection'])
    await expect(table).toContainText(words)
  await expect(keysDialog(page).getByRole('region', { name: 'This pool' })).toContainText('Compare with another pool')
  await expectAccessible(page)
  await keysDialog(page).getByRole('switch', { name: 'Keys without Ctrl or ⌘' }).click()
  await keyboard.press('Escape')
  await keyboard.press('3')
  await goByPalette(page, 'keyboard shortcuts')
  await keyboard.press('Enter')
  await keysDialog(page).getByRole('switch', { name: 'Keys without Ctrl or ⌘' }).click()
  await keyboard.press('Escape')
  await expect(page).toHaveURL(/identities$/)
  await keyboard.press('3')
  await expect(page).toHaveURL(/roles$/)
})

test('the palette knows the pool in view, what was open, and names that are misspelt', async ({
  page,
  startEmulator,
  startConsole,
}) => {
  const emulator = await startEmulator()
  const trailhead = await createPool(emulator, { name: 'Trailhead Mobile' })
  await createPool(emulator, { name: 'Northwind Portal' })
  const connections = [{ id: 'test', name: 'Test', endpoint: emulator.url, regions: ['us-east-1'] }]
  const { url } = await startConsole({ config: { connections } })
  const { keyboard } = page
  const first = page.getByRole('option').first()
  await page.goto(`${url}${poolPath(trailhead)}`)
  await expect(heading(page, trailhead.name)).toBeVisible()
  await expect(page).toHaveTitle('Overview · Trailhead Mobile · Lifeguard')
  await goByPalette(page, 'roles')
  await expect(first).toHaveAccessibleName(/^Roles/)
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/roles$/)
  await expect(page).toHaveTitle('Roles · Trailhead Mobile · Lifeguard')

  await goByPalette(page, 'north roles')
  await expect(first).toHaveAccessibleName(/^Northwind Portal: Roles/)
  await keyboard.press('Enter')
  await expect(heading(page, 'Northwind Portal')).toBeVisible()
  await expect(page).toHaveTitle('Roles · Northwind Portal · Lifeguard')

  await goByPalette(page, '')
  const recent = page.getByRole('group', { name: 'Opened lately' })
  await expect(recent.getByRole('option')).toHaveAccessibleName(/^Trailhead Mobile/)
  await palette(page).fill('traihlead')
  await expect(first).toHaveAccessibleName(/^Trailhead Mobile/)
  await keyboard.press('Enter')
  await expect(heading(page, trailhead.name)).toBeVisible()

  await goByPalette(page, 'delete pool')
  await expect(first).toHaveAccessibleName(/^Delete pool…/)
  await keyboard.press('Enter')
  await expect(dialogOf(page)).toHaveAccessibleName('Delete Trailhead Mobile')
  await expect(palette(page)).toHaveCount(0)
  await keyboard.press('Escape')
  await expect(dialogOf(page)).toHaveCount(0)
  await expect(page.getByRole('main')).toBeVisible()
})

test('a phone shows where one is, and what can be done with a pool', async ({ page, seededPool, expectAccessible }) => {
  const { pool, ids } = await seededPool({ guests: 1 })
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${poolPath(pool)}/history`)
  const tabs = page.getByRole('navigation', { name: 'Pool' })
  await expect(tabs.getByRole('link', { name: 'History' })).toBeInViewport({ ratio: 1 })
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('listitem')
  await expect(crumbs).toHaveText(['Pools', pool.name])
  const more = page.getByRole('button', { name: 'More', exact: true })
  await more.focus()
  await page.keyboard.press('Enter')
  const menu = page.getByRole('group', { name: 'More' })
  for (const name of ['Compare with another pool', 'Clone pool', 'Look up or merge a list'])
    await expect(menu.getByRole('link', { name })).toBeVisible()
  await expectAccessible(page)
  const acts = menu.getByRole('button')
  await expect(acts).toHaveText(['Copy pool ID', 'Copy pool ARN', 'Delete every identity…', 'Delete pool…'])
  expect(await copiedWith(page, acts.nth(1))).toMatch(
    /^arn:aws:cognito-identity:us-east-1:\d{12}:identitypool\/us-east-1:/,
  )
  await more.press('Enter')
  for (let presses = 0; presses < 7; presses += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialogOf(page)).toHaveAccessibleName(`Delete ${pool.name}`)
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()

  const section = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Pools' })
  for (const path of [identityPath(ids[0] ?? ''), `/test/clone?pool=${pool.id}`, '/test/compare', '/test/import']) {
    await page.goto(path)
    await expect(section).toHaveAttribute('aria-current', 'page')
    await expect(crumbs.last()).not.toHaveText('Pools')
  }
})

test('a key that is pressed before what hears it is there is not lost', async ({ page, seededPool }) => {
  const { pool, ids } = await seededPool({ guests: 3 })
  const document = await (await page.request.get(identitiesPath(pool))).text()
  const gate = Promise.withResolvers<void>()
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    if (!document.includes(new URL(route.request().url()).pathname)) await gate.promise
    await route.continue()
  })
  await page.goto(identitiesPath(pool))
  const box = page.getByRole('checkbox', { name: `Select ${ids[0]}` })
  await expect(box).toBeEnabled()
  await box.focus()
  await page.keyboard.press('o')
  gate.resolve()
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(ids[0] ?? '')
})
