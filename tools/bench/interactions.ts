import type { Page } from '@playwright/test'
import type { Place } from './pages.ts'

/** Something done on a page, without leaving it but once. */
export interface Interaction {
  what: string
  from: (place: Place) => string
  before?: (page: Page) => Promise<void>
  act: (page: Page) => Promise<void>
}

const pool = ({ poolId }: Place) => `/demo/pools/${poolId}`
const rulesOf = ({ rulesPoolId }: Place) => `/demo/pools/${rulesPoolId}/roles`
/** In version 0.1 all rules were open. */
async function openFirstRule(page: Page) {
  const closed = page.getByRole('button', { name: /^Edit rule 1:/ })
  await page.getByRole('button', { name: 'Move rule 1 down' }).waitFor()
  if (await closed.isVisible()) await closed.click()
}
const openPalette = async (page: Page) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
}
const rows = (page: Page) =>
  page.getByRole('table', { name: 'Identities' }).getByRole('checkbox', { name: /^Select [a-z]+-/ })

export const interactions: Interaction[] = [
  { what: 'Palette opens', from: () => '/demo/pools', act: openPalette },
  {
    what: 'Palette, a letter typed',
    from: () => '/demo/pools',
    before: openPalette,
    act: (page) => page.keyboard.press('n'),
  },
  {
    what: 'Pools filtered by a letter',
    from: () => '/demo/pools',
    before: (page) => page.getByRole('textbox', { name: 'Filter by name or ID' }).focus(),
    act: (page) => page.keyboard.press('n'),
  },
  {
    what: 'Tab to Roles',
    from: pool,
    act: (page) => page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name: 'Roles' }).click(),
  },
  {
    what: 'A row selected',
    from: (place) => `${pool(place)}/identities`,
    before: (page) => rows(page).first().waitFor(),
    act: (page) => rows(page).first().click(),
  },
  {
    what: 'All loaded rows selected',
    from: (place) => `${pool(place)}/identities`,
    before: (page) => rows(page).first().waitFor(),
    act: (page) => page.getByRole('checkbox', { name: 'Select all loaded' }).click(),
  },
  {
    what: 'Access, a letter typed',
    from: (place) => `${pool(place)}/access`,
    before: (page) => page.getByRole('textbox', { name: 'Name', exact: true }).focus(),
    act: (page) => page.keyboard.press('x'),
  },
  {
    what: 'A claim typed into one of 26 rules',
    from: rulesOf,
    async before(page) {
      await openFirstRule(page)
      await page.getByLabel('Claim of rule 1', { exact: true }).focus()
    },
    act: (page) => page.keyboard.press('x'),
  },
  {
    what: 'One of 26 rules moved',
    from: rulesOf,
    before: openFirstRule,
    act: (page) => page.getByRole('button', { name: 'Move rule 1 down' }).click(),
  },
  {
    what: 'Claims typed into the simulator',
    from: rulesOf,
    async before(page) {
      const simulator = page.getByRole('region', { name: 'Simulator' })
      await simulator.getByLabel('Who signs in').selectOption({ index: 1 })
      await simulator.getByLabel('Claims or ID token').fill('{ "custom:team": "site-20" ')
      await simulator.getByLabel('Claims or ID token').press('End')
    },
    act: (page) => page.keyboard.press('}'),
  },
  {
    what: 'Review opened, 26 rules',
    from: rulesOf,
    async before(page) {
      await page.getByRole('button', { name: 'Move rule 1 down' }).click()
    },
    act: (page) => page.getByRole('button', { name: 'Review changes' }).click(),
  },
]
