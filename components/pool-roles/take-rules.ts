import type { MappingRule } from '#lib/roles/pool-roles.ts'

/** Puts rules in the place of the present ones or below them. */
export type TakeRules = (rules: readonly MappingRule[], how: 'append' | 'replace') => void
