import {
  DescribeIdentityPoolCommand,
  GetIdentityPoolRolesCommand,
  GetPrincipalTagAttributeMapCommand,
  SetIdentityPoolRolesCommand,
  UpdateIdentityPoolCommand,
  type IdentityPool,
} from '@aws-sdk/client-cognito-identity'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { configuration, plantHistory } from './fixtures/audit-log.ts'
import type { Emulator } from './fixtures/emulator.ts'
import type { Pool } from './fixtures/pools.ts'
import { expectCommand } from './fixtures/cli.ts'

const TWITTER = 'api.twitter.com'
const entries = (page: Page) => page.getByRole('list', { name: 'History' }).locator(':scope > li')
const dialog = (page: Page) => page.getByRole('dialog', { name: /^(Restore the|The secret of|Suppress) / })
const diff = (page: Page, name = 'Your change') => dialog(page).getByRole('list', { name })

async function describe({ client }: Emulator, { id, region }: Pool): Promise<IdentityPool> {
  const { $metadata: _, ...pool } = await client(region).send(new DescribeIdentityPoolCommand({ IdentityPoolId: id }))
  return pool
}

/** Somebody else changes the pool, past Lifeguard. */
async function changeElsewhere(emulator: Emulator, pool: Pool, change: Partial<IdentityPool>) {
  const present = await describe(emulator, pool)
  await emulator.client(pool.region).send(new UpdateIdentityPoolCommand({ ...present, ...change }))
}

test('a pool that nobody changed has an empty history, and a change appears in it', async ({
  page,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool({ AllowClassicFlow: false })
  await page.goto(`/test/pools/${pool.id}`)
  await page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name: 'History' }).click()
  await expect(page.getByText('Nothing was changed here yet')).toBeVisible()
  await page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name: 'Overview' }).click()
  await page.getByRole('button', { name: 'Suppress: Guest access is on' }).click()
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('A kiosk')
  await dialog(page).getByRole('button', { name: 'Suppress' }).click()
  await expect(dialog(page)).toBeHidden()
  await page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name: 'History' }).click()
  await expect(entries(page)).toHaveCount(1)
  await expect(entries(page)).toContainText('Suppress finding')
  await expect(entries(page)).toContainText('Succeeded')
  await expect(entries(page)).toContainText('Local operator (admin)')
  await expect(entries(page).getByRole('list', { name: 'Changes' })).toContainText('A kiosk')
  await expectAccessible(page)
})

test('every outcome is told as it was, older shapes too', async ({ page, console, createPool, expectAccessible }) => {
  const pool = await createPool()
  plantHistory(console, pool, [
    { before: { name: 'Ancient' }, after: { name: 'Old' } },
    { before: configuration('Old'), outcome: 'failed', error: 'Somebody changed this meanwhile.' },
    { outcome: 'denied', error: 'Your role, viewer, may not do this.' },
    { operation: 'DeleteIdentityPool', outcome: null },
  ])
  await page.goto(`/test/pools/${pool.id}/history`)
  await expect(entries(page).getByRole('heading')).toHaveText([
    'Delete pool',
    'Change configuration',
    'Change configuration',
    'Change configuration',
  ])
  await expect(entries(page).nth(0)).toContainText('Unknown')
  await expect(entries(page).nth(0)).toContainText('it may or may not have happened')
  await expect(entries(page).nth(1)).toContainText('Denied')
  await expect(entries(page).nth(2)).toContainText('Somebody changed this meanwhile.')
  await expect(entries(page).nth(3).getByRole('list', { name: 'Changes' })).toContainText('Ancient')
  await expect(page.getByRole('button', { name: /^(Undo this change|Go back to this version)/ })).toHaveCount(0)
  await expect(entries(page).nth(3)).toContainText('request-1')
  await expectAccessible(page)
})

test('an admin restores an earlier configuration after looking at what that changes', async ({
  page,
  console,
  emulator,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool({ AllowClassicFlow: false, IdentityPoolTags: { team: 'web' } })
  const wanted = await describe(emulator, pool)
  plantHistory(console, pool, [
    { before: configuration('Older'), after: configuration(pool.name, { tags: { team: 'web' } }) },
  ])
  await changeElsewhere(emulator, pool, {
    IdentityPoolName: 'Broken',
    AllowClassicFlow: true,
    SupportedLoginProviders: {},
  })
  await page.goto(`/test/pools/${pool.id}/history`)
  await page.getByRole('button', { name: /^Go back to this version: Change configuration/ }).press('Enter')
  await expectCommand(dialog(page), 'update-identity-pool')
  await expect(diff(page).getByRole('listitem')).toHaveCount(3)
  await expect(diff(page)).toContainText('Broken')
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: 'Restore' }).press('Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: pool.name })).toBeVisible()
  expect(await describe(emulator, pool)).toEqual(wanted)
  await expect(entries(page)).toHaveCount(2)
})

test('a restore does not undo what somebody else changed meanwhile unseen', async ({
  page,
  console,
  emulator,
  createPool,
}) => {
  const pool = await createPool({ AllowClassicFlow: false })
  plantHistory(console, pool, [{ before: configuration('Earlier name'), after: configuration(pool.name) }])
  await page.goto(`/test/pools/${pool.id}/history`)
  await page.getByRole('button', { name: /^Undo this change/ }).click()
  await expect(diff(page).getByRole('listitem')).toHaveCount(1)
  await changeElsewhere(emulator, pool, { AllowUnauthenticatedIdentities: false })
  await dialog(page).getByRole('button', { name: 'Restore' }).click()
  await expect(diff(page, 'Their change')).toContainText('Guest access')
  expect((await describe(emulator, pool)).IdentityPoolName).toBe(pool.name)
  await dialog(page).getByRole('button', { name: 'Reapply my changes' }).click()
  await expect(diff(page).getByRole('listitem')).toHaveCount(2)
  await dialog(page).getByRole('button', { name: 'Restore' }).click()
  await expect(dialog(page)).toBeHidden()
  expect(await describe(emulator, pool)).toMatchObject({
    IdentityPoolName: 'Earlier name',
    AllowUnauthenticatedIdentities: true,
  })
})

test('a secret never comes from the history: it is asked for, or left out', async ({
  page,
  console,
  emulator,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool({ AllowClassicFlow: false, SupportedLoginProviders: { [TWITTER]: 'key;hush-hush' } })
  plantHistory(console, pool, [{ before: configuration(pool.name), after: configuration(pool.name) }])
  await page.goto(`/test/pools/${pool.id}/history`)
  await page.getByRole('button', { name: /^Go back to this version/ }).click()
  await dialog(page).getByRole('button', { name: 'Restore' }).click()
  await expect(entries(page)).toHaveCount(2)
  expect((await describe(emulator, pool)).SupportedLoginProviders).toEqual({ 'graph.facebook.com': '1234567890' })
  await expect(page.getByText('hush-hush')).toHaveCount(0)

  const back = entries(page)
    .first()
    .getByRole('button', { name: /^Undo this change/ })
  await back.click()
  await expect(dialog(page)).toHaveAccessibleName('The secret of Twitter')
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: 'Leave Twitter out' }).click()
  await expect(dialog(page)).toContainText('Twitter stays out, since its secret was not recorded.')
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()

  await back.click()
  await dialog(page).getByLabel('Consumer key and secret').fill('key;new-secret')
  await dialog(page).getByRole('button', { name: 'Continue' }).click()
  await expect(diff(page)).not.toContainText('new-secret')
  await dialog(page).getByRole('button', { name: 'Restore' }).click()
  await expect(entries(page)).toHaveCount(3)
  expect((await describe(emulator, pool)).SupportedLoginProviders).toEqual({ [TWITTER]: 'key;new-secret' })
})

test('earlier roles come back, and a failure leaves the review open', async ({
  page,
  console,
  emulator,
  createPool,
  fault,
}) => {
  const pool = await createPool({ AllowClassicFlow: false })
  const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
  const roles = (name: string) => ({ authenticated: role(name), unauthenticated: null, mappings: [] })
  plantHistory(console, pool, [{ operation: 'SetIdentityPoolRoles', before: roles('First'), after: roles('Second') }])
  const { client } = emulator
  await client(pool.region).send(
    new SetIdentityPoolRolesCommand({ IdentityPoolId: pool.id, Roles: { authenticated: role('Second') } }),
  )
  await fault({ operation: 'SetIdentityPoolRoles', error: 'AccessDeniedException', id: pool.id, count: 1 })
  await page.goto(`/test/pools/${pool.id}/history`)
  await page.getByRole('button', { name: /^Undo this change: Change roles/ }).click()
  await dialog(page).getByRole('button', { name: 'Restore' }).click()
  await expect(dialog(page)).toContainText('Nothing was saved')
  await dialog(page).getByRole('button', { name: 'Restore' }).click()
  await expect(dialog(page)).toBeHidden()
  const { Roles } = await client(pool.region).send(new GetIdentityPoolRolesCommand({ IdentityPoolId: pool.id }))
  expect(Roles).toEqual({ authenticated: role('First') })
  await expect(entries(page).filter({ hasText: 'Failed' })).toHaveCount(1)
})

test('tags and principal tags come back', async ({ page, console, emulator, createPool }) => {
  const pool = await createPool({ AllowClassicFlow: false, IdentityPoolTags: { team: 'web', old: 'yes' } })
  const provider = 'graph.facebook.com'
  const principalTags = (tags: Record<string, string>) => ({ provider, useDefaults: false, tags })
  plantHistory(console, pool, [
    { operation: 'TagResource', before: { tags: { team: 'mobile', stage: 'beta' } }, after: { tags: { team: 'web' } } },
    {
      operation: 'SetPrincipalTagAttributeMap',
      before: principalTags({ user: 'sub' }),
      after: principalTags({}),
    },
  ])
  await page.goto(`/test/pools/${pool.id}/history`)
  await page.getByRole('button', { name: /^Undo this change: Add or change tags/ }).click()
  await expect(diff(page).getByRole('listitem')).toHaveCount(3)
  await dialog(page).getByRole('button', { name: 'Restore' }).click()
  await expect(dialog(page)).toBeHidden()
  expect((await describe(emulator, pool)).IdentityPoolTags).toEqual({ team: 'mobile', stage: 'beta' })

  await page.getByRole('button', { name: /^Undo this change: Change principal tags/ }).click()
  await dialog(page).getByRole('button', { name: 'Restore' }).click()
  await expect(dialog(page)).toBeHidden()
  const read = new GetPrincipalTagAttributeMapCommand({ IdentityPoolId: pool.id, IdentityProviderName: provider })
  expect((await emulator.client(pool.region).send(read)).PrincipalTags).toEqual({ user: 'sub' })
})
