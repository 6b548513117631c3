import type { AuditFilter } from '#lib/history/audit-filter.ts'

type TextField = {
  name: 'text' | 'operation' | 'actor' | 'pool' | 'user' | 'identity' | 'reason'
  label: string
  hint: string
}

/** The fields that one types into: those that are always there, and those for a closer look. */
export const filterFields: { first: TextField; others: TextField[]; more: TextField[] } = {
  first: { name: 'text', label: 'Text of the change', hint: 'removed google, or a rule’s value' },
  others: [
    { name: 'operation', label: 'Operation', hint: 'change roles' },
    { name: 'actor', label: 'Actor', hint: 'name, ID or role' },
    { name: 'pool', label: 'Pool', hint: 'name or ID, deleted ones too' },
  ],
  more: [
    { name: 'user', label: 'Developer user identifier', hint: 'exactly as it is' },
    { name: 'identity', label: 'Identity ID', hint: 'the whole ID' },
    { name: 'reason', label: 'Reason or ticket', hint: 'DP-2041' },
  ],
}

/** Whether something is asked that stands among the fields for a closer look. */
export const asksMore = (filter: AuditFilter): boolean => filterFields.more.some(({ name }) => filter[name] !== '')
