import type { Unsearched } from '#lib/erasure/person-search.ts'
import { unsearchedWords } from '#lib/erasure/record-words.ts'
import { Card } from '../ui/card.tsx'
import { SentenceList } from '../ui/sentence-list.tsx'
import { Section } from '../ui/section.tsx'

type UnsearchedListProps = { places: readonly Unsearched[]; nameOf: (connectionId: string) => string }

/** Every place where the person may be and nobody could look. */
export function UnsearchedList({ places, nameOf }: UnsearchedListProps) {
  return (
    <Section title="Could not be searched" description="The person may have identities there.">
      <Card>
        {places.length === 0 ? (
          <p className="text-soft">Nothing: every place was searched.</p>
        ) : (
          <SentenceList
            label="Could not be searched"
            sentences={places.map((place) => `${unsearchedWords(place, nameOf(place.connectionId ?? ''))}.`)}
          />
        )}
      </Card>
    </Section>
  )
}
