import type { Fact } from '../facts/facts.ts'

/** What pages call the members of what an act was asked, found or made; null where it tells a person nothing. */
const NAMES: Readonly<Record<string, string | null>> = {
  at: 'When',
  characters: 'Characters of the note',
  connectionId: null,
  createdAt: 'Created',
  destination: 'Stays',
  disabled: 'Disabled',
  disables: 'Disables the identity',
  entries: 'Entries of the audit log that said who the person was',
  fingerprint: null,
  forgotten: 'Copies in the files of the store forgotten',
  identity: 'Identity',
  identityId: 'Identity',
  identityIds: 'Identities',
  kept: 'Entries that still say who the person is',
  linked: 'Linked',
  listed: 'Lines of lists of jobs that were erased',
  login: 'Login',
  logins: 'Logins',
  lookUp: null,
  made: 'Made an identity',
  modifiedAt: 'Modified',
  noteId: null,
  notes: 'Notes deleted',
  notesChanged: 'Notes that changed meanwhile and stay',
  older: 'Entries of an older version, which stay',
  operationId: null,
  pool: 'Pool',
  poolId: null,
  provider: 'Token of',
  providerName: 'Developer provider',
  reason: 'Reason',
  region: null,
  runId: null,
  seen: null,
  source: 'Moves',
  state: 'State',
  tagKeys: 'Tags',
  token: 'Token',
  unlinked: 'Unlinked',
  userIdentifier: 'Developer user identifier',
  userIdentifiers: 'Developer user identifiers',
  version: null,
}

/** Members as facts in the words of the pages. */
export function plainFacts(kept: unknown): Fact[] {
  if (kept === null || kept === undefined) return []
  if (typeof kept !== 'object') return [{ key: 'value', label: 'Value', value: told('', kept) }]
  return Object.entries(kept).flatMap(([key, value]: [string, unknown]) => {
    const label = labelOf(key)
    return label === null || value === null || value === undefined ? [] : [{ key, label, value: told(key, value) }]
  })
}

const labelOf = (key: string): string | null => (Object.hasOwn(NAMES, key) ? (NAMES[key] ?? null) : spelled(key))

/** `requestId` → "Request id"; what is no name of a member stays as it is. */
function spelled(key: string): string {
  if (!/^[a-z][A-Za-z\d]*$/.test(key)) return key
  const words = key.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function told(key: string, value: unknown): string {
  if (value === null || value === undefined) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number' && /^at$|At$/.test(key)) return moment(value)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((one) => told('', one)).join(', ')
  if (typeof value === 'string') return MOMENT.test(value) ? moment(Date.parse(value)) : value
  if (typeof value !== 'object') return JSON.stringify(value)
  const named = Object.entries(value).filter(([name, member]) => labelOf(name) !== null && member !== null)
  const [only] = named
  if (only && named.length === 1 && Object.hasOwn(NAMES, only[0])) return told(...only)
  if (named.length === 0) return 'poolId' in value ? String(value.poolId) : 'none'
  return named.map(([name, member]) => `${labelOf(name)}: ${told(name, member)}`).join('; ')
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

const moment = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
