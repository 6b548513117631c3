import { Button } from '#components/ui/button.tsx'
import { SentenceList } from '#components/ui/sentence-list.tsx'
import { leftOutSentences, type LeftOut as Left } from './asked-words.ts'

type LeftOutProps = {
  left: Left
  /** Asks every pool in place of the chosen one. */
  onEvery?: () => void
}

/** Whom a search did not ask, so that nobody takes its answer for theirs. */
export function LeftOut({ left, onEvery }: LeftOutProps) {
  const sentences = leftOutSentences(left)
  if (sentences.length === 0) return null
  return (
    <section aria-label="Not asked" className="space-y-2 text-soft">
      <SentenceList sentences={sentences} />
      {left.chosen && onEvery && (
        <Button size="sm" onClick={onEvery}>
          Ask every pool
        </Button>
      )}
    </section>
  )
}
