import { Callout } from '../ui/callout.tsx'

type PoolDoubtsProps = {
  /** Why the pool cannot be made. */
  problems: string[]
  /** What the service may refuse. */
  doubts: string[]
  /** Tags that nobody but AWS may set. */
  reserved: string[]
}

/** What stands in the way of a new pool, and what it will lack. */
export function PoolDoubts({ problems, doubts, reserved }: PoolDoubtsProps) {
  const left = reserved.length > 0 ? [`Left out, because only AWS sets them: the tags ${reserved.join(', ')}.`] : []
  return (
    <>
      {problems.length > 0 && (
        <Callout tone="danger" title="No pool can be made from this">
          <Sentences sentences={problems} />
        </Callout>
      )}
      {(doubts.length > 0 || left.length > 0) && (
        <Callout tone={doubts.length > 0 ? 'warning' : 'info'} title="Before you create it">
          <Sentences sentences={[...doubts, ...left]} />
        </Callout>
      )}
    </>
  )
}

const Sentences = ({ sentences }: { sentences: string[] }) => (
  <ul className="list-disc space-y-1 pl-4">
    {sentences.map((sentence) => (
      <li key={sentence} className="wrap-anywhere">
        {sentence}
      </li>
    ))}
  </ul>
)
