import { ForeignText } from '#components/ui/foreign-text.tsx'
import Link from 'next/link'
import type { PoolAnswerRow } from '#components/developer-identities/use-pool-answers.ts'
import { Button } from '#components/ui/button.tsx'
import { Countdown } from '#components/ui/countdown.tsx'
import { Spinner } from '#components/ui/spinner.tsx'
import { Table, TableFrame, Td, Th, THead, Tr } from '#components/ui/table.tsx'
import { nextAttemptAt } from '#lib/client/throttle.ts'
import { errorShape } from '#lib/core/errors.ts'
import { poolPath } from '#lib/core/paths.ts'

/** What each pool said, in the order of their names. */
export function PoolAnswers({ rows }: { rows: readonly PoolAnswerRow[] }) {
  return (
    <TableFrame label="Answers by pool" className="max-h-96">
      <Table caption="Answers by pool">
        <THead>
          <tr>
            <Th>Pool</Th>
            <Th>Region</Th>
            <Th>Answer</Th>
          </tr>
        </THead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.pool.poolId}>
              <Td>
                <Link href={poolPath(row.pool)} prefetch={false} className="rounded-sm text-accent-ink hover:underline">
                  <ForeignText text={row.summary.name} />
                </Link>
              </Td>
              <Td className="text-soft">{row.summary.region}</Td>
              <Td wrap>
                <Answer row={row} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

function Answer({ row: { answer, failure, fetching, retry } }: { row: PoolAnswerRow }) {
  if (answer?.kind === 'found') return 'Knows the user'
  if (answer?.kind === 'absent') return <span className="text-soft">No such user</span>
  if (failure === null) {
    return (
      <span className="inline-flex items-center gap-2 text-soft">
        <Spinner /> Asking…
      </span>
    )
  }
  const { code, awsName, message } = errorShape(failure)
  const retryAt = nextAttemptAt(failure)
  if (code === 'THROTTLED' && retryAt !== null) {
    return (
      <span
        className="flex flex-wrap items-center gap-x-2 text-soft"
        title={[awsName, message].filter(Boolean).join(': ')}
      >
        AWS is busy. <Countdown until={retryAt} />
      </span>
    )
  }
  return (
    <span className="flex flex-wrap items-center justify-between gap-2">
      <span className="min-w-0 text-danger-ink">{[awsName, message].filter(Boolean).join(': ')}</span>
      <Button size="sm" pending={fetching} onClick={retry}>
        Ask again
      </Button>
    </span>
  )
}
