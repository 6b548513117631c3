import type { Page } from '@playwright/test'
import type { Place } from './pages.ts'

/** A pool of the demonstration. */
export const POOL = 'Northwind Web'

/** A way from one page to another. */
interface Way {
  what: string
  /** The address where it begins. */
  from: (place: Place) => string
  /** What is done before, unmeasured. */
  before?: (page: Page) => Promise<void>
  press: (page: Page) => Promise<void>
  /** Where it leads. */
  to: RegExp
}

const pool = ({ poolId }: Place) => `/demo/pools/${poolId}`
const link = (within: string, name: string) => (page: Page) =>
  page.getByRole('navigation', { name: within }).getByRole('link', { name, exact: true }).click()

export const ways: Way[] = [
  {
    what: 'List to pool',
    from: () => '/demo/pools',
    before: (page) => page.getByRole('link', { name: POOL }).waitFor(),
    press: (page) => page.getByRole('link', { name: POOL }).click(),
    to: /\/pools\/[^/]+$/,
  },
  { what: 'Tab with a form', from: pool, press: link('Pool', 'Access'), to: /\/access$/ },
  { what: 'Tab with a table', from: pool, press: link('Pool', 'Identities'), to: /\/identities$/ },
  { what: 'Tab with text', from: pool, press: link('Pool', 'Code'), to: /\/code$/ },
  { what: 'Tab with a log', from: pool, press: link('Pool', 'History'), to: /\/history$/ },
  { what: 'Find', from: () => '/demo/pools', press: link('Main', 'Find'), to: /\/find$/ },
  { what: 'Findings', from: () => '/demo/pools', press: link('Main', 'Findings'), to: /\/findings$/ },
  { what: 'Audit log', from: () => '/demo/pools', press: link('Main', 'Audit log'), to: /\/audit$/ },
  {
    what: 'Another connection',
    from: () => '/demo/pools',
    before: (page) => page.getByRole('button', { name: 'Connection: demo' }).click(),
    press: (page) => page.getByRole('link', { name: 'other' }).click(),
    to: /\/other\/pools$/,
  },
  {
    what: 'List to identity',
    from: (place) => `${pool(place)}/identities`,
    before: (page) => page.getByRole('table', { name: 'Identities' }).getByRole('link').first().waitFor(),
    press: (page) => page.getByRole('table', { name: 'Identities' }).getByRole('link').first().click(),
    to: /\/identities\/us-east-1/,
  },
  {
    what: 'Palette to pool',
    from: () => '/demo/pools',
    async before(page) {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').fill(POOL)
      await page.getByRole('option', { name: POOL }).first().waitFor()
    },
    press: (page) => page.keyboard.press('Enter'),
    to: /\/pools\/[^/]+$/,
  },
]

interface Interaction {
  what: string
  from: (place: Place) => string
  before?: (page: Page) => Promise<void>
  act: (page: Page) => Promise<void>
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
  { what: 'Tab to Roles', from: pool, act: link('Pool', 'Roles') },
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
]
