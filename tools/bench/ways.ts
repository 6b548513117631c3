import type { Place } from './pages.ts'

/** A pool of the demonstration. */
export const POOL = 'Northwind Web'

/** A way from one page to another. */
export interface Way {
  what: string
  /** The address where it begins. */
  from: (place: Place) => string
  /** What is done before, unmeasured. */
  before?: Step[]
  press: Step
  /** Where it leads. */
  to: RegExp
}

/** What a person sees, by its role and its accessible name; the first of several. */
export interface Target {
  role: 'button' | 'checkbox' | 'combobox' | 'link' | 'option'
  /** Any, if none is named. */
  name?: string
  /** Whether only a part of the name is named. */
  inPart?: true
  within?: { role: 'dialog' | 'navigation' | 'table'; name?: string }
}

export type Step = { press: Target } | { see: Target } | { type: string; into: Target } | { key: 'Enter' | 'Control+k' }

const pool = ({ poolId }: Place) => `/demo/pools/${poolId}`
const link = (within: string, name: string): Step => ({
  press: { role: 'link', name, within: { role: 'navigation', name: within } },
})
const palette = { role: 'combobox', within: { role: 'dialog' } } as const
const poolLink: Target = { role: 'link', name: POOL }
const firstIdentity: Target = { role: 'link', within: { role: 'table', name: 'Identities' } }

export const ways: Way[] = [
  {
    what: 'List to pool',
    from: () => '/demo/pools',
    before: [{ see: poolLink }],
    press: { press: poolLink },
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
    before: [{ press: { role: 'button', name: 'Connection: demo' } }],
    press: { press: { role: 'link', name: 'other', inPart: true } },
    to: /\/other\/pools$/,
  },
  {
    what: 'List to identity',
    from: (place) => `${pool(place)}/identities`,
    before: [{ see: firstIdentity }],
    press: { press: firstIdentity },
    to: /\/identities\/us-east-1/,
  },
  {
    what: 'Palette to pool',
    from: () => '/demo/pools',
    before: [
      { key: 'Control+k' },
      { type: POOL, into: palette },
      { see: { role: 'option', name: POOL, inPart: true } },
    ],
    press: { key: 'Enter' },
    to: /\/pools\/[^/]+$/,
  },
]
