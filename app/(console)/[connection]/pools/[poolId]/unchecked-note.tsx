import { Shown } from '#components/ui/shown.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { checkById } from '#lib/findings/all-checks.ts'
import { isInVain } from '#lib/findings/is-in-vain.ts'
import type { PoolReport } from '#lib/findings/report.ts'

type UncheckedNoteProps = { report: PoolReport; retrying: boolean; onRetry: () => void }

/** Checks that did not run, each group with its reason, and what the others could not see: never the same as nothing found. */
export function UncheckedNote({ report: { notRun, notes }, retrying, onRetry }: UncheckedNoteProps) {
  const [settled, failed] = [notRun.filter(isInVain), notRun.filter((one) => !isInVain(one))]
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
          {checks[0]?.error.hint && <p className="mt-1">{checks[0].error.hint}</p>}
          <p className="mt-1">{titlesOf(checks)}</p>
        </details>
      ))}
      {[...Map.groupBy(notes, ({ note }) => note)].map(([note, checks]) => (
        <details key={note} className="text-xs text-soft">
          <summary className="w-fit cursor-pointer rounded-sm wrap-anywhere hover:text-ink">
            {checks.length === 1 ? '1 check' : `${checks.length} checks`} saw only a part: <Shown>{note}</Shown>
          </summary>
          <p className="mt-1">{titlesOf(checks)}</p>
        </details>
      ))}
    </>
  )
}

type NotRun = PoolReport['notRun'][number]

const byReason = (checks: readonly NotRun[]) =>
  Map.groupBy(checks, ({ error }) => [error.awsName, error.message].filter(Boolean).join(': '))

const didNotRun = (count: number) => (count === 1 ? '1 check did not run' : `${count} checks did not run`)

const titlesOf = (checks: readonly { checkId: string }[]) => checks.map(({ checkId }) => titleOf(checkId)).join(' · ')

const titleOf = (checkId: string) => checkById(checkId)?.title ?? checkId
