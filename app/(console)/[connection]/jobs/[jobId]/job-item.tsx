import { ForeignText } from '#components/ui/foreign-text.tsx'
import { pairOf } from '#lib/jobs/merge-item.ts'

const PAIRS: ReadonlySet<string> = new Set(['check-merges', 'merge-list'])

/** What the items of a kind of job are, over their column. */
export const headOf = (kind: string): string =>
  PAIRS.has(kind) ? 'Pair' : kind === 'look-up-list' ? 'Looked up' : 'ID'

/** One item of a job on one line: an ID, a user, or the two users of a merge. What does not fit is in its tooltip. */
export function JobItem({ kind, item }: { kind: string; item: string }) {
  if (!PAIRS.has(kind)) return <Name text={item} />
  const { source, destination } = pairOf(item)
  return (
    <span title={`${source} into ${destination}`}>
      <Name text={source} /> <span className="text-soft">into</span> <Name text={destination} />
    </span>
  )
}

const Name = ({ text }: { text: string }) => (
  <span className="font-mono text-xs" title={text}>
    <ForeignText text={text} />
  </span>
)
