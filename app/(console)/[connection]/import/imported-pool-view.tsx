'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { PoolPicker } from '#components/compare/pool-picker.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { SentenceList } from '#components/ui/sentence-list.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import type { FoundPool } from '#lib/import/read-pools-result.ts'
import type { Answers } from '#lib/import/told/told.ts'
import { EntryChoices } from './entry-choices.tsx'
import { QuestionFields } from './question-fields.tsx'
import { useAnswers } from './use-answers.ts'

const MakePoolForm = dynamic(
  () => import('#components/make-pool/make-pool-form.tsx').then((made) => made.MakePoolForm),
  {
    loading: () => <Skeleton className="h-60 w-full" />,
  },
)
const ToldDifference = dynamic(() => import('./told-difference.tsx').then((made) => made.ToldDifference), {
  loading: () => <Skeleton className="h-60 w-full" />,
})

type ImportedPoolViewProps = {
  connectionId: string
  described: FoundPool
  said: Answers
  typed: Readonly<Record<string, string>>
  onTyped: (id: string, value: string) => void
  /** Hears when a pool is made of it. */
  onMade: () => void
}

/** What was read, what it does not tell, and what can be done with it. */
export function ImportedPoolView({ connectionId, described, said, typed, onTyped, onMade }: ImportedPoolViewProps) {
  const { poolId, label } = described
  const [purpose, setPurpose] = useState<'compare' | 'create'>(poolId === null ? 'create' : 'compare')
  const [against, setAgainst] = useState<{ connectionId: string; pool: PoolRef | null }>({
    connectionId,
    pool: poolId === null ? null : { connectionId, poolId },
  })
  const { completed, values, region, from, setFrom, take } = useAnswers({ connectionId, described, said, typed })
  const { snapshot, secrets, untold, notes, questions, entries } = completed
  const leftOut = entries.filter((one) => one.isLeftOut).length
  return (
    <section aria-label={label} className="mt-8 space-y-6 border-t border-line pt-6">
      {questions.length > 0 && (
        <QuestionFields questions={questions} values={values} onValue={onTyped} from={from} onFrom={setFrom} />
      )}
      {notes.length > 0 && (
        <Callout
          tone="warning"
          title={
            notes.length === 1 ? '1 thing of the text is left out' : `${notes.length} things of the text are left out`
          }
        >
          <p className="mb-2">
            A comparison does not count what the text does not tell; a new pool would be without it.
          </p>
          <SentenceList sentences={notes} />
        </Callout>
      )}
      {entries.length > 0 && <EntryChoices entries={entries} onChange={take} />}
      <SegmentedControl
        label="Use"
        options={[
          { value: 'create', label: 'Create a pool' },
          { value: 'compare', label: 'Compare with a pool' },
        ]}
        value={purpose}
        onChange={setPurpose}
      />
      {purpose === 'create' ? (
        <MakePoolForm
          key={`${snapshot.pool.name} ${Object.keys(snapshot.pool.loginProviders).join(' ')}`}
          snapshot={snapshot}
          secrets={secrets}
          untold={untold}
          missing={notes.length + leftOut}
          onMade={onMade}
          place={{ connectionId, region, name: snapshot.pool.name }}
        />
      ) : (
        <>
          <div className="max-w-form">
            <PoolPicker
              label="Compare with"
              {...against}
              onChange={(id, pool) => setAgainst({ connectionId: id, pool })}
            />
          </div>
          {against.pool && <ToldDifference told={completed} pool={against.pool} />}
        </>
      )}
    </section>
  )
}
