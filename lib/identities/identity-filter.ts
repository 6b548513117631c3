import type { IdentityFilter } from './schema.ts'

type SearchParams = Record<string, string | string[] | undefined>

/** The identity table's filter as its URL says it; anything else counts as not said. */
export const identityFilter = (search: SearchParams): IdentityFilter => ({
  hideDisabled: search['hideDisabled'] === 'true',
})

/** The query text of a filter, with its question mark, or nothing for the default one. */
export const identityFilterQuery = ({ hideDisabled }: IdentityFilter): string =>
  hideDisabled ? '?hideDisabled=true' : ''
