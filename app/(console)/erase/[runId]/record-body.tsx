import { UnsearchedList } from '#components/erase/unsearched-list.tsx'
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { Section } from '#components/ui/section.tsx'
import { SentenceList } from '#components/ui/sentence-list.tsx'
import type { ErasureRecord } from '#lib/erasure/erasure-record.ts'
import { connectionWords, searchedBy, whatRemains } from '#lib/erasure/record-words.ts'
import { ErasedCutOff } from './erased-cut-off.tsx'
import { RecordedIdentities } from './recorded-identities.tsx'
import { RecordTime } from './record-time.tsx'

/** What an erasure did, as it is read and printed. */
export function RecordBody({ record }: { record: ErasureRecord }) {
  const { by, startedAt, endedAt, reason, runId, identities, connections, unsearched } = record
  const nameOf = (id: string) => connections.find(({ connectionId }) => connectionId === id)?.name ?? id
  return (
    <div className="space-y-6">
      <Card>
        <DefinitionList
          items={[
            { term: 'Erased by', detail: `${by.name} (${by.role})` },
            { term: 'Begun', detail: <RecordTime at={startedAt} local /> },
            { term: 'Ended', detail: <RecordTime at={endedAt} local /> },
            {
              term: 'Reason or ticket number',
              detail: reason === null ? 'None given' : <ForeignText text={reason} />,
            },
            {
              term: 'Searched by',
              detail: <SearchedBy texts={record.identifiers === null ? null : searchedBy(record)} />,
            },
            { term: 'Run', detail: <span className="font-mono text-xs wrap-anywhere">{runId}</span> },
          ]}
        />
      </Card>
      <Section title="Identities">
        <RecordedIdentities identities={identities} nameOf={nameOf} />
      </Section>
      <Section title="Searched">
        <Card>
          <DefinitionList
            items={connections.map((connection) => ({
              term: connection.name,
              detail: (
                <>
                  <p>{`${connection.regions.join(', ') || 'No Region'}; ${connection.pools === 1 ? '1 pool' : `${connection.pools} pools`} asked for users.`}</p>
                  {connectionWords(connection).map((words) => (
                    <p key={words}>{words}</p>
                  ))}
                </>
              ),
            }))}
          />
        </Card>
      </Section>
      <UnsearchedList places={unsearched} nameOf={nameOf} />
      <Section title="What remains">
        <Card>
          <SentenceList label="What remains" sentences={whatRemains(record)} />
          <ErasedCutOff identities={identities} endedAt={endedAt} />
        </Card>
      </Section>
    </div>
  )
}

function SearchedBy({ texts }: { texts: string[] | null }) {
  if (texts === null) return 'The audit log does not tell'
  return (
    <ul>
      {texts.map((text) => (
        <li key={text} className="font-mono text-xs leading-5 wrap-anywhere">
          <ForeignText text={text} />
        </li>
      ))}
    </ul>
  )
}
