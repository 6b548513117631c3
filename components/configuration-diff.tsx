import type { FactChange } from '#lib/facts/facts.ts'
import { ForeignText } from './ui/foreign-text.tsx'

/** What a change does, in the pool's own terms: one line for each fact that differs. */
export function ConfigurationDiff({ label, changes }: { label: string; changes: FactChange[] }) {
  if (changes.length === 0) return <p className="text-soft">Nothing differs.</p>
  return (
    <ul aria-label={label} className="divide-y divide-line rounded-lg border border-line">
      {changes.map(({ key, label: fact, before, after, isAnswer = false }) => (
        <li key={key} className="px-3 py-2">
          <span className="block text-xs wrap-anywhere text-soft">
            <ForeignText text={fact} />
          </span>
          {before !== null && (
            <del className="block text-danger-ink no-underline before:mr-1.5 before:content-['−']">
              <span className="sr-only">Before: </span>
              <span className="wrap-anywhere">
                <ForeignText text={before} />
              </span>
            </del>
          )}
          {isAnswer && after !== null && (
            <span className="block wrap-anywhere">
              <ForeignText text={after} />
            </span>
          )}
          {!isAnswer && after !== null && (
            <ins className="block text-success-ink no-underline before:mr-1.5 before:content-['+']">
              <span className="sr-only">After: </span>
              <span className="wrap-anywhere">
                <ForeignText text={after} />
              </span>
            </ins>
          )}
        </li>
      ))}
    </ul>
  )
}
