import { expect, test } from './fixtures.ts'
import { roleArn } from './fixtures/iam.ts'
import {
  everyProvider,
  googleRules,
  openRoles,
  openRule,
  rolesOf,
  ruleValues,
  saveRoles,
  setRoles,
} from './fixtures/roles.ts'

test('rules are made, ordered and deleted with the keyboard alone', async ({ page, emulator, createPool }) => {
  const pool = await createPool(everyProvider)
  await setRoles(emulator, pool, googleRules('red', 'green'))
  await openRoles(page, pool)
  const google = page.getByRole('group', { name: 'Google' })
  await google.getByRole('button', { name: 'Add rule' }).focus()
  await page.keyboard.press('Enter')
  await expect(google.getByLabel('Claim of rule 3')).toBeFocused()
  await page.keyboard.type('team')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('blue')
  await page.keyboard.press('Tab')
  await page.keyboard.type(roleArn('blue'))
  await page.keyboard.press('Alt+ArrowUp')
  await expect(google.getByLabel('Role of rule 2')).toBeFocused()
  await expect(google.getByRole('status')).toHaveText('Rule 3 is now rule 2 of 3.')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(google.getByLabel('Role of rule 1')).toBeFocused()
  await expect.poll(() => ruleValues(page)).toEqual(['blue', 'red', 'green'])
  await google.getByRole('button', { name: 'Move rule 1 down' }).focus()
  await page.keyboard.press('Space')
  await expect(google.getByRole('button', { name: 'Move rule 2 down' })).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Space')
  await expect.poll(() => ruleValues(page)).toEqual(['red', 'green', 'blue'])
  await google.getByRole('button', { name: 'Duplicate rule 1' }).focus()
  await page.keyboard.press('Enter')
  await expect(google.getByLabel('Claim of rule 2')).toBeFocused()
  await google.getByRole('button', { name: 'Delete rule 1' }).focus()
  await page.keyboard.press('Enter')
  await expect(google.getByLabel('Claim of rule 1')).toBeFocused()
  await expect(google.getByRole('status')).toHaveText('Rule 1 deleted, 3 left.')
  await page.getByRole('button', { name: 'Review changes' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Review changes' }).getByRole('button', { name: 'Save roles' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await rolesOf(emulator, pool)).toEqual(googleRules('red', 'green', 'blue'))
})

test('a rule is dragged to another place', async ({ page, emulator, createPool }) => {
  const pool = await createPool(everyProvider)
  await setRoles(emulator, pool, googleRules('red', 'green', 'blue'))
  await openRoles(page, pool)
  await page.getByRole('button', { name: 'Drag rule 1' }).hover()
  await page.mouse.down()
  const last = await page.getByRole('listitem', { name: 'Rule 3' }).boundingBox()
  const below = [(last?.x ?? 0) + 20, (last?.y ?? 0) + (last?.height ?? 0) - 4] as const
  await page.mouse.move(...below, { steps: 8 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await ruleValues(page)).toEqual(['red', 'green', 'blue'])
  await page.getByRole('button', { name: 'Drag rule 1' }).hover()
  await page.mouse.down()
  await page.mouse.move(...below, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => ruleValues(page)).toEqual(['green', 'blue', 'red'])
  await saveRoles(page)
  expect(await rolesOf(emulator, pool)).toEqual(googleRules('green', 'blue', 'red'))
})

test('a provider takes 25 rules and no more', async ({ page, emulator, createPool }) => {
  const pool = await createPool(everyProvider)
  await setRoles(emulator, pool, googleRules(...Array.from({ length: 24 }, (_, index) => `team${index}`)))
  await openRoles(page, pool)
  await page.getByRole('button', { name: 'Duplicate rule 24' }).click()
  await expect(page.getByRole('button', { name: 'Add rule' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Duplicate rule 1', exact: true })).toBeDisabled()
  await expect(page.getByText('A provider has at most 25 rules.')).toBeVisible()
})

test('the boxes of a rule and the roles of a pool can be told apart on a phone', async ({
  page,
  emulator,
  createPool,
}) => {
  const pool = await createPool(everyProvider)
  await setRoles(emulator, pool, googleRules('red'))
  await page.setViewportSize({ width: 360, height: 740 })
  await openRoles(page, pool)
  await expect(page.getByLabel('Authenticated role', { exact: true })).toHaveAccessibleDescription(/^User\b/)
  await expect(page.getByRole('form', { name: 'Roles' }).getByText('User', { exact: true })).toBeVisible()
  await openRule(page, 1)
  const rule = page.getByRole('listitem', { name: 'Rule 1' })
  for (const caption of ['Claim', 'Match type', 'Value', 'Role'])
    await expect(rule.getByText(caption, { exact: true })).toBeVisible()
})

test('rules are short lines, opened to be edited, in which the simulator lights its way', async ({
  page,
  emulator,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool(everyProvider)
  await setRoles(emulator, pool, googleRules(...Array.from({ length: 25 }, (_, index) => `team-${index}`)))
  await page.setViewportSize({ width: 1366, height: 657 })
  await openRoles(page, pool)
  const rules = page.getByRole('list', { name: 'Rules' })
  const rule = (number: number) => rules.getByRole('listitem', { name: `Rule ${number}`, exact: true })
  await expect(rule(7)).toContainText('team = team-6→ team-6')
  await expect(page.getByLabel('Claim of rule 7')).toHaveCount(0)
  expect((await rules.boundingBox())?.height).toBeLessThan(25 * 44)

  await page.getByRole('button', { name: 'Edit rule 7: team = team-6' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Edit rule 7:' })).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('button', { name: 'Edit rule 7:' })).toBeFocused()
  await page.getByLabel('Value of rule 7').fill('lab')
  await expect(rule(7)).toContainText('team = lab')

  const simulator = page.getByRole('region', { name: 'Simulator' })
  await expect(rules.getByText('Not matched', { exact: true })).toHaveCount(0)
  await simulator.getByLabel('Who signs in').selectOption('Google')
  await simulator.getByLabel('Claims or ID token').fill('{ "team": "lab" }')
  await expect(rules.getByText('Not matched', { exact: true })).toHaveCount(6)
  await expect(rule(7)).toContainText('Matched')
  await expect(rules.getByText('Not reached', { exact: true })).toHaveCount(18)
  await expect(simulator.getByRole('status', { name: 'Resulting role' })).toBeInViewport({ ratio: 1 })
  await rule(25).scrollIntoViewIfNeeded()
  await expect(simulator.getByRole('status', { name: 'Resulting role' })).toBeInViewport({ ratio: 1 })
  await expectAccessible(page)

  await page.getByLabel('Value of rule 7').fill('')
  await page.getByRole('button', { name: 'Edit rule 9:' }).getByText('team', { exact: true }).click()
  await expect(page.getByLabel('Claim of rule 9')).toBeFocused()
  await page.getByLabel('Claim of rule 9').fill('two words')
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(page.getByLabel('Value of rule 7')).toBeFocused()
  await expect(page.getByLabel('Claim of rule 9')).toHaveAccessibleDescription(/has no spaces/)
})
