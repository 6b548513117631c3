'use client'

import { ErasePersonLink } from '#components/erase/erase-person-link.tsx'
import { keepAsSaved, retryErasure, stopErasure, type Erasure } from '#components/erase/erasures.ts'
import { AskingNote } from '#components/save/asking-note.tsx'
import { LeaveGuard } from '#components/save/leave-guard.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Countdown } from '#components/ui/countdown.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { ProgressNews } from '#components/ui/progress-news.tsx'
import { ProgressBar } from '#components/ui/progress-bar.tsx'
import { isBegun, isErased, isWhole } from '#lib/erasure/erasure-record.ts'
import { RecordActions } from './record-actions.tsx'
import { RecordBody } from './record-body.tsx'

const LOSES =
  'The audit log no longer says who was erased. This record is the only thing that does, and it was not printed, copied or downloaded.'

/** An erasure of this tab, while it runs and afterwards. */
export function ErasureUnderWay({ erasure }: { erasure: Erasure }) {
  const { record, running, batch, fromLog, saved } = erasure
  const { runId, identities } = record
  const known = [
    ...(record.identifiers ?? []),
    ...identities.filter((one) => !isErased(one)).map(({ identityId }) => identityId),
  ]
  const done = identities.filter(isErased).length
  const throttledUntil = batch?.throttledUntil ?? null
  const text = `${done} of ${identities.length} erased`
  const isLastCopy = fromLog && !running && !saved && isBegun(record)
  return (
    <>
      <PageHeader
        title="Erasure record"
        actions={!running && <RecordActions record={record} onSaved={() => keepAsSaved(runId)} />}
      />
      <div className="mb-6 space-y-3">
        {running ? (
          <>
            <ProgressBar label="Erasure progress" value={done} max={identities.length} text={text} tone="danger" />
            <p className="flex flex-wrap items-center gap-3">
              <span>{text}</span>
              <ProgressNews
                state="erasure"
                value={done}
                max={identities.length}
                text={`The erasure goes on, ${text}.`}
              />
              {throttledUntil !== null && (
                <span className="text-warning-ink">
                  The service is throttling. <Countdown until={throttledUntil} />
                </span>
              )}
              <Button size="sm" onClick={() => stopErasure(runId)}>
                Stop
              </Button>
            </p>
            <AskingNote />
          </>
        ) : (
          <p role="status" className="text-base font-medium">
            {isWhole(record) ? 'Everything that was chosen is erased.' : `Not everything is erased: ${text}.`}
          </p>
        )}
        {!running && !isWhole(record) && (
          <Callout
            tone="warning"
            title="Something is left"
            action={
              <span className="flex gap-2 print:hidden">
                <Button size="sm" onClick={() => retryErasure(runId)}>
                  Retry
                </Button>
                <ErasePersonLink known={known} size="sm" label="Look again" />
              </span>
            }
          >
            {done > 0 && 'What is erased stays erased. '}
            Another attempt goes on with the rest as you saw it; what is other by now is only erased after another look.
          </Callout>
        )}
        {isLastCopy && (
          <Callout tone="warning" title="This page is the only copy" className="print:hidden">
            The audit log no longer says who was erased. Print, download or copy this record before you leave the page.
          </Callout>
        )}
      </div>
      <RecordBody record={record} />
      <LeaveGuard
        active={running || isLastCopy}
        loses={
          running ? 'The erasure is under way. It goes on if you stay in Lifeguard, and its record is here.' : LOSES
        }
      />
    </>
  )
}
