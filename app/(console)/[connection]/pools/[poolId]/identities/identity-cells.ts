import type { Cells } from '#components/data-table/cells.ts'
import type { Identity } from '#lib/identities/identity.ts'

/** Identities as texts. */
export const identityCells = (identities: readonly Identity[]): Cells => ({
  heads: ['Identity ID', 'State', 'Logins', 'Created (UTC)', 'Modified (UTC)'],
  rows: identities.map(({ identityId, state, logins, createdAt, modifiedAt }) => [
    identityId,
    state,
    logins.join('; '),
    timeText(createdAt),
    timeText(modifiedAt),
  ]),
})

const timeText = (at: number | null): string => (at === null ? '' : new Date(at).toISOString())
