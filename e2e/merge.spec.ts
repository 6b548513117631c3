import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { audited } from './fixtures/audit-log.ts'
import { copiedWith } from './fixtures/clipboard.ts'
import { holdAction } from './fixtures/hold-action.ts'
import { jwt } from './fixtures/jwt.ts'
import { identityPath, poolPath } from './fixtures/paths.ts'
import { linkUsers, signInWith } from './fixtures/people.ts'

const PROVIDER = 'login.members.example'
const GOOGLE = 'accounts.google.com'
const google = (sub: string) =>
  jwt({ iss: `https://${GOOGLE}`, sub, aud: 'app', exp: Math.floor(Date.now() / 1000) + 3600 })
const memberPool = { DeveloperProviderName: PROVIDER, SupportedLoginProviders: { [GOOGLE]: 'app' } }

const boxes = (page: Page) => ({
  stays: page.getByRole('textbox', { name: 'Keep the identity of' }),
  moves: page.getByRole('textbox', { name: 'Move everything from' }),
  compare: page.getByRole('button', { name: /^Compare/ }),
  merge: page.getByRole('button', { name: 'Merge identities' }),
})

test('whatever changes a box ends the comparison that was made before', async ({
  page,
  console,
  createPool,
  emulator,
}) => {
  const pool = await createPool({ DeveloperProviderName: PROVIDER })
  const ids = []
  for (const user of ['80020', '80021', '80022']) ids.push(await linkUsers(emulator, pool, { users: [user] }))
  await page.goto(`${poolPath(pool)}/developer-identities?stays=${ids[0]}`)
  const { stays, moves, compare, merge } = boxes(page)
  const ended = page.getByText('A box has changed since you compared.')
  const compared = async (first: string, second: string) => {
    await stays.fill(first)
    await moves.fill(second)
    await compare.click()
    await expect(merge).toBeVisible()
  }
  await expect(stays).toHaveValue(ids[0] ?? '')
  await expect(moves).toBeFocused()

  await compared('80020', '80021')
  await moves.fill('80022')
  await expect(ended).toBeVisible()
  await expect(merge).toHaveCount(0)
  await moves.fill('80021')
  await expect(merge).toHaveCount(0)

  await compared('80020', '80021')
  const lookUp = page.getByRole('region', { name: 'Look up' })
  await expect(lookUp.getByRole('link', { name: ids[0] ?? '' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Developer user identifier or identity ID' }).fill('80022')
  await page.keyboard.press('Enter')
  await expect(lookUp.getByRole('link', { name: ids[2] ?? '' })).toBeVisible()
  for (const [button, box] of [
    ['Move this one into another', moves],
    ['Keep this identity', stays],
  ] as const) {
    await lookUp.getByRole('button', { name: button }).click()
    await expect(box).toHaveValue('80022')
    await expect(merge).toHaveCount(0)
    await compared('80020', '80021')
  }

  // As a browser fills in a box that it remembers: the page hears nothing of it.
  await moves.evaluate((box: HTMLInputElement) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, '80022')
  })
  await merge.click()
  await expect(ended).toBeVisible()
  await expect(merge).toHaveCount(0)
  await expect(moves).toHaveValue('80022')

  // What is compared again is what stands in the boxes, and that is what is merged.
  await compare.click()
  await merge.click()
  const dialog = page.getByRole('dialog', { name: 'Merge 80022 into 80020' })
  await dialog.getByRole('button', { name: 'Merge 2 identities' }).click()
  await expect(page.getByText('Merged, and as the preview said')).toBeVisible()
  expect(await audited(console, ids[1] ?? '')).toEqual([])
  expect(await audited(console, ids[2] ?? '')).toEqual(['MergeDeveloperIdentities succeeded'])
})

test('two identities are merged by their IDs, the side is helped to be chosen, and the IDs are kept for the data', async ({
  page,
  createPool,
  emulator,
  expectAccessible,
}) => {
  const pool = await createPool(memberPool)
  const long = `${'a'.repeat(1000)}, and a blank `
  const older = await linkUsers(emulator, pool, { users: ['48213'] })
  const younger = await linkUsers(emulator, pool, { users: [long], logins: { [GOOGLE]: google('g-9') } })
  const guest = await signInWith(emulator, pool, {})
  await page.goto(`${identityPath(younger)}?pool=${pool.id}`)
  await page.getByRole('link', { name: 'merge the two' }).click()
  const { stays, moves, compare, merge } = boxes(page)
  await expect(stays).toBeFocused()
  await expect(moves).toHaveValue(younger)

  await stays.fill(guest)
  await page.keyboard.press('Enter')
  await expect(page.getByText('It is a guest: nobody signs in to it')).toBeVisible()
  await expect(merge).toHaveCount(0)
  await expect(page.getByText('Will be disabled')).toHaveCount(0)

  await stays.fill(`Bearer ${google('g-1')}`)
  await compare.click()
  await expect(page.getByText('This is a token, and names nobody by itself; it was sent nowhere.')).toBeVisible()
  await stays.fill(`${older} or ${guest}`)
  await compare.click()
  await page
    .getByRole('group', { name: 'Which one: Keep the identity of' })
    .getByRole('button', { name: older, exact: true })
    .click()
  await expect(stays).toHaveValue(older)
  await stays.fill(`{"identityId":"${older}"}`)
  await compare.click()
  await expect(stays).toHaveValue(older)
  const staying = page.getByRole('region', { name: 'Identity that stays' })
  const moving = page.getByRole('region', { name: 'Identity that moves' })
  await expect(staying.getByText('Older')).toBeVisible()
  await expect(moving.getByText('More logins')).toBeVisible()
  await expect(moving.getByText('Will be disabled')).toBeVisible()
  await expect(page.getByText('Keep the identity under which the app has the data')).toBeVisible()
  await expect(page.getByText(/with its Google account will see everything of 48213/)).toBeVisible()
  await expectAccessible(page)
  await merge.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('If it was wrong, unlink the user at once')).toBeVisible()
  await dialog.getByRole('button', { name: 'Merge 2 identities' }).click()
  const merged = page.getByRole('region', { name: 'Merged' })
  await expect(merged.getByText('Merged, and as the preview said')).toBeVisible()
  await expect(merged.getByRole('status').getByRole('link', { name: younger })).toBeVisible()
  const both = await copiedWith(page, merged.getByRole('button', { name: 'Copy both IDs as JSON' }))
  expect(JSON.parse(both)).toEqual({ oldIdentityId: younger, newIdentityId: older })
  // The result is of what was merged, whatever the boxes say.
  await moves.fill('somebody else')
  await expect(merged.getByText('Merged, and as the preview said')).toBeVisible()
})

test('Enter while a look-up is under way is not lost', async ({ page, createPool, emulator }) => {
  const pool = await createPool(memberPool)
  await linkUsers(emulator, pool, { users: ['first'] })
  const second = await linkUsers(emulator, pool, { users: ['second'] })
  await page.goto(`${poolPath(pool)}/developer-identities`)
  const box = page.getByRole('textbox', { name: 'Developer user identifier or identity ID' })
  const held = await holdAction(page, '"userIdentifier":"first"')
  await box.fill('first')
  await box.press('Enter')
  await held.held
  await box.fill('second')
  await box.press('Enter')
  held.release()
  await expect(page.getByRole('region', { name: 'Look up' }).getByRole('link', { name: second })).toBeVisible()
})
