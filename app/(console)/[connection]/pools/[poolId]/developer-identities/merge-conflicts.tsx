import { Shown } from '#components/ui/shown.tsx'
import { Callout } from '#components/ui/callout.tsx'
import type { MergeConflict } from '#lib/developer-identities/merge-conflicts.ts'

export function MergeConflicts({ conflicts }: { conflicts: MergeConflict[] }) {
  return (
    <div role="status" aria-label="Conflicts" className="space-y-2 empty:hidden">
      {conflicts.map(({ certain, title, text }) => (
        <Callout key={title} tone={certain ? 'danger' : 'warning'} title={title}>
          <Shown>{text}</Shown>
        </Callout>
      ))}
    </div>
  )
}
