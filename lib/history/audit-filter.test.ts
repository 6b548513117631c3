import { expect, it } from 'vitest'
import { auditFilter, endsBeforeItBegins, unreadFilter } from './audit-filter.ts'

it('an address that asks for what there is not is told, and the rest of it holds', () => {
  const search = new URLSearchParams('from=yesterday&to=2026-02-31&outcome=maybe&actor=ada')
  expect(auditFilter(search)).toMatchObject({ from: null, outcome: null, actor: 'ada' })
  expect(unreadFilter(search)).toEqual([
    '“yesterday” is not a day for “from”: one looks like 2026-11-03.',
    '“2026-02-31” is not a day for “to”: one looks like 2026-11-03.',
    '“maybe” is no outcome: there are succeeded, failed, denied, unknown.',
  ])
  expect(unreadFilter(new URLSearchParams('from=2026-11-03&outcome=denied&to='))).toEqual([])
})

it('days that end before they begin are known', () => {
  expect(endsBeforeItBegins({ from: '2026-11-04', to: '2026-11-03' })).toBe(true)
  expect(endsBeforeItBegins({ from: '2026-11-03', to: '2026-11-03' })).toBe(false)
  expect(endsBeforeItBegins({ from: '2026-11-03', to: null })).toBe(false)
})
