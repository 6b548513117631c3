import type { ListedIdentity } from './found.ts'
import type { Job } from './job.ts'
import { pairOf } from './merge-item.ts'

type ResultColumns = { head: string[]; cells: (item: string, found: unknown) => string[] }

const time = (at: number | null): string => (at === null ? '' : new Date(at).toISOString())

const identities: ResultColumns = { head: ['identity'], cells: (item) => [item] }

const pairs: ResultColumns = {
  head: ['source', 'destination', 'source identity', 'destination identity'],
  cells(item) {
    const { source, destination, sourceId = '', destinationId = '' } = pairOf(item)
    return [source, destination, sourceId, destinationId]
  },
}

const lookUps: ResultColumns = {
  head: ['asked', 'identity', 'state', 'logins', 'developer user identifiers', 'created', 'modified'],
  cells(item, found) {
    if (!found) return [item, '', '', '', '', '', '']
    const { identityId, state, logins, userIdentifiers, more, createdAt, modifiedAt } = found as ListedIdentity
    const users = [...userIdentifiers, ...(more ? ['…'] : [])].join(' ')
    return [item, identityId, state, logins.join(' '), users, time(createdAt), time(modifiedAt)]
  },
}

/** What the file of a job's results tells of an item before what became of it. */
export function resultColumns({ kind }: Pick<Job, 'kind'>): ResultColumns {
  if (kind === 'look-up-list') return lookUps
  return kind === 'check-merges' || kind === 'merge-list' ? pairs : identities
}
