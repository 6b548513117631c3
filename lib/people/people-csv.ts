import { toCsv } from '../core/to-csv.ts'
import { verdictOf, type PeopleSearch, type PersonRow } from './people-search.ts'
import type { PersonHit } from './person.ts'

const COLUMNS = [
  'identifier',
  'result',
  'connection',
  'region',
  'pool_name',
  'pool_id',
  'identity_id',
  'state',
  'logins',
  'developer_user_identifiers',
  'created',
  'modified',
  'not_known_in',
  'not_asked',
  'connection_name',
]

/**
 * A list of people as CSV (RFC 4180, with a header): a line for each identity, one for whoever has none, and one for each
 * place where nobody was looked for. Cells that a spreadsheet would run as formulas are quoted.
 */
export function peopleCsv(search: PeopleSearch): string {
  const rows = [
    ...search.rows.flatMap((row) => linesOf(row, search)),
    ...search.notAsked.map(({ place, reason }) => ({
      result: 'no user identifier looked for',
      not_asked: `${place}: ${reason}`,
    })),
  ]
  return toCsv([COLUMNS, ...rows.map((row: Record<string, string>) => COLUMNS.map((name) => row[name] ?? ''))])
}

function linesOf(row: PersonRow, search: PeopleSearch): Record<string, string>[] {
  const common = {
    identifier: row.term.label,
    result: verdictOf(row) ?? 'open',
    not_known_in: row.absentIn.join('; '),
    not_asked: row.notAsked.map(({ place, reason }) => `${place}: ${reason}`).join('; '),
  }
  return row.hits.length === 0 ? [common] : row.hits.map((hit) => ({ ...common, ...cellsOf(hit, search) }))
}

function cellsOf(
  { connectionId, connectionName, poolId, identityId, identity, userIdentifiers }: PersonHit,
  { places }: PeopleSearch,
) {
  return {
    connection: connectionId,
    connection_name: connectionName,
    region: identityId.slice(0, identityId.indexOf(':')),
    pool_name: places.find((place) => place.connectionId === connectionId && place.poolId === poolId)?.name ?? '',
    pool_id: poolId ?? '',
    identity_id: identityId,
    state: identity?.state ?? 'not read',
    logins: identity?.logins.join('; ') ?? '',
    developer_user_identifiers: userIdentifiers.join('; '),
    created: time(identity?.createdAt),
    modified: time(identity?.modifiedAt),
  }
}

const time = (at: number | null | undefined) => (at ? new Date(at).toISOString() : '')
