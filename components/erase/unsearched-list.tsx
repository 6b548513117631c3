import { isFailure, type Unsearched } from '#lib/erasure/person-search.ts'
import { unsearchedInOrder } from '#lib/erasure/unsearched-in-order.ts'
import { unsearchedWords } from '#lib/erasure/record-words.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { SentenceList } from '../ui/sentence-list.tsx'
import { Section } from '../ui/section.tsx'

type UnsearchedListProps = {
  places: readonly Unsearched[]
  nameOf: (connectionId: string) => string
  /** Asks those that failed once more. */
  onAskAgain?: () => void
}

/** Every place where the person may be and nobody could look. */
export function UnsearchedList({ places, nameOf, onAskAgain }: UnsearchedListProps) {
  const failed = places.filter(isFailure)
  return (
    <Section
      title="Could not be searched"
      description="The person may have identities there."
      actions={
        onAskAgain &&
        failed.length > 0 && (
          <Button size="sm" onClick={onAskAgain}>
            Ask again
          </Button>
        )
      }
    >
      <Card>
        {places.length === 0 ? (
          <p className="text-soft">Nothing: every place was searched.</p>
        ) : (
          <SentenceList
            label="Could not be searched"
            sentences={unsearchedInOrder(places, nameOf).map(
              (place) => `${unsearchedWords(place, nameOf(place.connectionId ?? ''))}.`,
            )}
          />
        )}
      </Card>
    </Section>
  )
}
