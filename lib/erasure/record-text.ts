import type { ErasureRecord, RecordedIdentity } from './erasure-record.ts'
import {
  foundByWords,
  outcomeWords,
  searchedBy,
  connectionWords,
  unsearchedWords,
  whatRemains,
} from './record-words.ts'
import { unsearchedInOrder } from './unsearched-in-order.ts'

const utc = (at: number | null): string =>
  at === null ? '–' : `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`

const list = (items: readonly string[] | null, none: string): string =>
  items === null ? 'no longer told by the log' : items.join(', ') || none

/** A record as plain text, for a mail or a ticket. */
export function recordText(record: ErasureRecord): string {
  const names = new Map(record.connections.map(({ connectionId, name }) => [connectionId, name]))
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? id))
  return [
    'Erasure record',
    `Erased by: ${record.by.name} (${record.by.role})`,
    `Begun: ${utc(record.startedAt)}`,
    `Ended: ${utc(record.endedAt)}`,
    `Reason or ticket number: ${record.reason ?? 'none given'}`,
    `Run: ${record.runId}`,
    ...(record.identifiers ? [`Searched by: ${searchedBy(record).join(', ')}`] : []),
    '',
    'Identities',
    ...record.identities.flatMap((identity) => [...identityText(identity, nameOf), '']),
    'Searched',
    ...record.connections.flatMap((connection) => [
      `- ${connection.name}: ${connection.regions.join(', ') || 'no Region'}; ${connection.pools} pools asked for users.`,
      ...connectionWords(connection).map((sentence) => `  ${sentence}`),
    ]),
    '',
    'Could not be searched',
    ...(record.unsearched.length === 0 ? ['- Nothing'] : []),
    ...unsearchedInOrder(record.unsearched, nameOf).map(
      (place) => `- ${unsearchedWords(place, nameOf(place.connectionId))}.`,
    ),
    '',
    'What remains',
    ...whatRemains(record).map((sentence) => `- ${sentence}`),
    '',
  ].join('\n')
}

function identityText(identity: RecordedIdentity, nameOf: (id: string) => string): string[] {
  const { identityId, connectionId, poolId, poolName, state, logins, userIdentifiers, foundBy } = identity
  const lines = [
    `- ${identityId}`,
    `  Pool: ${poolName === null ? (poolId ?? 'not known') : `${poolName} (${poolId})`}, ${nameOf(connectionId)}`,
    `  State: ${state ?? 'not known'}`,
    `  Logins: ${list(logins, 'none')}`,
    `  Developer user identifiers: ${list(userIdentifiers, 'none')}`,
    `  Created: ${utc(identity.createdAt)}; modified: ${utc(identity.modifiedAt)}`,
    ...(foundBy.length > 0 ? [`  Found by: ${foundBy.map(foundByWords).join('; ')}`] : []),
    `  Outcome: ${outcomeWords[identity.outcome]}${identity.detail === null ? '' : `. ${identity.detail}`}`,
    `  Request ID: ${identity.requestId ?? 'none'}; looked for again: ${utc(identity.checkedAt)}`,
  ]
  return lines
}
