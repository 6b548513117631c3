import { Shown } from '#components/ui/shown.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { checkById } from '#lib/findings/all-checks.ts'
import type { PoolReport } from '#lib/findings/report.ts'

type UncheckedNoteProps = { report: PoolReport; retrying: boolean; onRetry: () => void }

/** Checks that did not run, each group with its reason, and what the others could not see: never the same as nothing found. */
export function UncheckedNote({ report: { notRun, notes }, retrying, onRetry }: UncheckedNoteProps) {
  const reasons = Map.groupBy(notRun, ({ error }) => [error.awsName, error.message].filter(Boolean).join(': '))
  return (
    <>
      {notRun.length > 0 && (
        <Callout
          title={notRun.length === 1 ? '1 check did not run' : `${notRun.length} checks did not run`}
          action={
            <Button size="sm" pending={retrying} onClick={onRetry}>
              Try again
            </Button>
          }
        >
          <dl className="space-y-1.5">
            {[...reasons].map(([reason, checks]) => (
              <div key={reason}>
                <dt>
                  <Shown>{reason}</Shown>
                </dt>
                <dd className="text-xs text-soft">{checks.map(({ checkId }) => titleOf(checkId)).join(' · ')}</dd>
              </div>
            ))}
          </dl>
        </Callout>
      )}
      {[...Map.groupBy(notes, ({ note }) => note)].map(([note, checks]) => (
        <p key={note} className="text-xs text-soft">
          {checks.map(({ checkId }) => titleOf(checkId)).join(' · ')}: <Shown>{note}</Shown>
        </p>
      ))}
    </>
  )
}

const titleOf = (checkId: string) => checkById(checkId)?.title ?? checkId
