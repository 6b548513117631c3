import { ForeignText } from './foreign-text.tsx'

type SentenceListProps = { sentences: readonly string[]; label?: string }

/** Sentences as a list, each at most once. */
export const SentenceList = ({ sentences, label }: SentenceListProps) => (
  <ul aria-label={label} className="list-disc space-y-1 pl-4">
    {sentences.map((sentence) => (
      <li key={sentence} className="wrap-anywhere">
        <ForeignText text={sentence} />
      </li>
    ))}
  </ul>
)
