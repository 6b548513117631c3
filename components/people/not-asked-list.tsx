import type { NotAsked } from '#lib/people/person.ts'
import { Section } from '../ui/section.tsx'
import { SentenceList } from '../ui/sentence-list.tsx'

/** Who was asked about no user, so that no answer is taken for theirs. */
export function NotAskedList({ notAsked }: { notAsked: readonly NotAsked[] }) {
  if (notAsked.length === 0) return null
  return (
    <Section
      title="Could not be searched"
      description="No user identifier was looked for here. Identity IDs are asked of their Region, whatever their pool."
    >
      <SentenceList
        label="Could not be searched"
        sentences={notAsked.map(({ place, reason }) => `${place}: ${reason}`)}
      />
    </Section>
  )
}
