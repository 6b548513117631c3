import { Shown } from '#components/ui/shown.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { checkById } from '#lib/findings/all-checks.ts'
import type { PoolReport } from '#lib/findings/report.ts'

type UncheckedNoteProps = { report: PoolReport; retrying: boolean; onRetry: () => void }

/** Checks that did not run, each group with its reason, and what the others could not see: never the same as nothing found. */
export function UncheckedNote({ report: { notRun, notes }, retrying, onRetry }: UncheckedNoteProps) {
  const [settled, failed] = [notRun.filter(isSettled), notRun.filter((one) => !isSettled(one))]
  return (
    <>
      {failed.length > 0 && (
        <Callout
          title={didNotRun(failed.length)}
          action={
            <Button size="sm" pending={retrying} onClick={onRetry}>
              Try again
            </Button>
          }
        >
          <dl className="space-y-1.5">
            {[...byReason(failed)].map(([reason, checks]) => (
              <div key={reason}>
                <dt>
                  <Shown>{reason}</Shown>
                </dt>
                <dd className="text-xs text-soft">{titlesOf(checks)}</dd>
              </div>
            ))}
          </dl>
        </Callout>
      )}
      {[...byReason(settled)].map(([reason, checks]) => (
        <details key={reason} className="text-xs text-soft">
          <summary className="w-fit cursor-pointer rounded-sm wrap-anywhere hover:text-ink">
            {didNotRun(checks.length)}: <Shown>{reason}</Shown>
          </summary>
          <p className="mt-1">{titlesOf(checks)}</p>
        </details>
      ))}
      {[...Map.groupBy(notes, ({ note }) => note)].map(([note, checks]) => (
        <p key={note} className="text-xs text-soft">
          {titlesOf(checks)}: <Shown>{note}</Shown>
        </p>
      ))}
    </>
  )
}

type NotRun = PoolReport['notRun'][number]

/** The connection is set up so: no further try would run it. */
const isSettled = ({ error }: NotRun) => error.code === 'VALIDATION'

const byReason = (checks: readonly NotRun[]) =>
  Map.groupBy(checks, ({ error }) => [error.awsName, error.message].filter(Boolean).join(': '))

const didNotRun = (count: number) => (count === 1 ? '1 check did not run' : `${count} checks did not run`)

const titlesOf = (checks: readonly { checkId: string }[]) => checks.map(({ checkId }) => titleOf(checkId)).join(' · ')

const titleOf = (checkId: string) => checkById(checkId)?.title ?? checkId
