import { Callout } from '../ui/callout.tsx'
import { SentenceList } from '../ui/sentence-list.tsx'

type PoolDoubtsProps = {
  /** Why the pool cannot be made. */
  problems: string[]
  /** What the service may refuse. */
  doubts: string[]
  /** User pools that go by another name than was given. */
  renamed: string[]
  /** Tags that nobody but AWS may set. */
  reserved: string[]
}

/** What stands in the way of a new pool, and what it will lack. */
export function PoolDoubts({ problems, doubts, renamed, reserved }: PoolDoubtsProps) {
  const notes = [
    ...renamed,
    ...(reserved.length > 0 ? [`Left out, because only AWS sets them: the tags ${reserved.join(', ')}.`] : []),
  ]
  return (
    <>
      {problems.length > 0 && (
        <Callout tone="danger" title="No pool can be made from this">
          <SentenceList sentences={problems} />
        </Callout>
      )}
      {(doubts.length > 0 || notes.length > 0) && (
        <Callout tone={doubts.length > 0 ? 'warning' : 'info'} title="Before you create it">
          <SentenceList sentences={[...doubts, ...notes]} />
        </Callout>
      )}
    </>
  )
}
