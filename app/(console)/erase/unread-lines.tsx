import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { bounds } from '#lib/core/limits.ts'

type UnreadLinesProps = { lines: readonly string[]; onMeant: (lines: string[]) => void }

/** Lines that name nobody for sure; they may be meant as they stand, unless they are too long. */
export function UnreadLines({ lines, onMeant }: UnreadLinesProps) {
  const searchable = lines.filter((line) => line.length <= bounds.developerUserIdentifier.max)
  return (
    <Callout
      tone="warning"
      action={
        searchable.length > 0 && (
          <Button size="sm" onClick={() => onMeant(searchable)}>
            Search by it exactly as typed
          </Button>
        )
      }
    >
      {`Not understood, and not searched: ${lines.join(', ')}`}
    </Callout>
  )
}
