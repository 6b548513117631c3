import { whatLivesOn } from '../identities/what-lives-on.ts'
import { isWhole } from './erasure-record.ts'
import type { ErasureOutcome, ErasureRecord, RecordedConnection, RecordedTraces } from './erasure-record.ts'
import type { FoundBy, Unsearched, UnsearchedReason } from './person-search.ts'

export const outcomeWords: Readonly<Record<ErasureOutcome, string>> = {
  waiting: 'Not begun',
  erased: 'Erased, and gone when looked for again',
  'gone before': 'Was gone already',
  there: 'Still there',
  unknown: 'Not known',
  'not sent': 'Not erased',
}

const reasons: Readonly<Record<UnsearchedReason, string>> = {
  refused: 'refused to answer',
  'no answer': 'did not answer',
  throttled: 'was too busy to answer',
  'no developer provider': 'has no developer provider: its identities are found by their ID alone',
  'read-only': 'is read-only: it was searched, and nothing can be erased there',
  'other role': 'is not for your role',
}

/** A place that was not searched, and why, as a sentence without its end. */
export function unsearchedWords({ why, region, poolId, poolName, detail }: Unsearched, connection: string): string {
  if (why === 'other role') return detail ?? ''
  const place =
    poolId !== null || poolName !== null
      ? `the pool ${[poolName ?? poolId, poolName !== null && poolId !== null && `(${poolId})`].filter(Boolean).join(' ')}`
      : region !== null
        ? `the Region ${region}`
        : 'the connection'
  const told = detail === null || why === 'read-only' ? '' : ` (${detail.replace(/\.$/, '')})`
  return `${connection}: ${place} ${reasons[why]}${told}`
}

/** What a search went by: the typed ids, and every identifier. */
export const searchedBy = ({ identifiers, givenIds }: ErasureRecord): string[] => [
  ...(identifiers ?? []),
  ...(givenIds ?? []),
]

export function foundByWords(foundBy: FoundBy): string {
  if (foundBy.by === 'id') return 'its ID'
  if (foundBy.by === 'user') return foundBy.userIdentifier
  if (foundBy.by === 'log') return `${foundBy.userIdentifier}, by the audit log`
  if (foundBy.by === 'map') return `${foundBy.userIdentifier}, by an imported map`
  if (foundBy.doubt) return `it and ${foundBy.identityId} may have been merged: the answer never came`
  return foundBy.side === 'into' ? `merged into ${foundBy.identityId}` : `${foundBy.identityId} was merged into it`
}

const count = (number: number, one: string, many: string) => (number === 1 ? `1 ${one}` : `${number} ${many}`)

/** What became of a connection besides its identities, as sentences. */
export const connectionWords = ({ traces, notesLeft }: RecordedConnection): string[] => [
  ...tracesWords(traces),
  ...(notesLeft > 0
    ? [
        `${count(notesLeft, 'note', 'notes')} of others ${notesLeft === 1 ? 'names' : 'name'} the person and ${notesLeft === 1 ? 'stays' : 'stay'}.`,
      ]
    : []),
]

function tracesWords(traces: RecordedTraces): string[] {
  if (traces.state === 'waiting') return ['Notes and entries of the audit log were not touched yet.']
  if (traces.state === 'untouched') return [traces.why]
  if (traces.state === 'failed')
    return [`It is not known whether notes and entries of the audit log were erased: ${traces.message}`]
  const { notes, notesChanged = 0, listed = 0, mapped = 0, entries, kept, older, forgotten } = traces.erased
  return [
    `${count(notes, 'note', 'notes')} deleted.`,
    ...(listed > 0
      ? [
          `${count(listed, 'line', 'lines')} of lists that were looked up or merged by jobs ${listed === 1 ? 'was' : 'were'} erased.`,
        ]
      : []),
    ...(mapped > 0
      ? [`${count(mapped, 'entry', 'entries')} of imported maps ${mapped === 1 ? 'was' : 'were'} erased.`]
      : []),
    ...(notesChanged > 0
      ? [
          `${count(notesChanged, 'note', 'notes')} of others changed since the review and ${notesChanged === 1 ? 'was' : 'were'} not deleted: look again.`,
        ]
      : []),
    ...(traces.fromLog
      ? [`Who the person is was erased from ${count(entries, 'entry', 'entries')} of the audit log.`]
      : []),
    ...(forgotten
      ? []
      : [
          'The files of the store were in use and may still hold copies of what was erased: erase once more when nobody reads them.',
        ]),
    ...(kept > 0
      ? [`${count(kept, 'entry', 'entries')} of the audit log still ${kept === 1 ? 'says' : 'say'} who the person is.`]
      : []),
    ...(older > 0
      ? [
          `${count(older, 'entry', 'entries')} of an older version of Lifeguard ${older === 1 ? 'keeps' : 'keep'} for good what ${older === 1 ? 'it says' : 'they say'} of the person.`,
        ]
      : []),
  ]
}

/** What an erasure cannot reach. */
export const whatRemains = (record: ErasureRecord): string[] => {
  const logs = record.connections.some(({ traces }) => traces.state === 'done' && traces.fromLog)
  const said = isWhole(record)
    ? 'these identities were erased, by whom, when and with what reason'
    : 'this erasure was asked for, by whom, when and with what reason, and what came of it so far'
  return [
    logs
      ? `The audit log says that ${said}; and of what was done before, everything but who the person is.`
      : 'The audit log keeps what it says of the person: it is not erased here.',
    'Notes that name the person in other words than these identifiers, or by one of fewer than 5 characters, stay.',
    whatLivesOn(true),
    'Data that apps keep under the identity IDs, such as S3 prefixes or DynamoDB keys, stays: its owners have to erase it.',
    'Logs outside Lifeguard, such as AWS CloudTrail, keep what they have.',
  ]
}
