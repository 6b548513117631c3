import type { StoredConfiguration } from '#lib/history/stored-configuration.ts'

const nouns = { pool: 'configuration', roles: 'roles', 'principal-tags': 'principal tags', tags: 'tags' }

/** "2026-11-26 18:42:10 UTC". */
export const momentOf = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`

/** What a restore is called: of what, and to before or after which moment. */
export const restoreTitle = ({ kind }: StoredConfiguration, when: 'before' | 'after', at: number): string =>
  `Restore the ${nouns[kind]} ${when} ${momentOf(at)}`
