import { seenParts } from '#lib/core/seen-parts.ts'
import { ForeignText } from './foreign-text.tsx'

/** More is not drawn once again: what is not seen in it is named instead. */
const SHOWN = 256

/** Under a box: what is in its text and not seen in it. */
export function UnseenHint({ id, text }: { id: string; text: string }) {
  const names = seenParts(text, { lines: true }).flatMap(({ unseen }) => unseen?.name ?? [])
  return (
    <p id={id} className="mt-1.5 text-xs wrap-anywhere text-warning-ink">
      It holds characters that are not seen:{' '}
      {text.length <= SHOWN ? (
        <span className="font-mono">
          <ForeignText text={text} lines />
        </span>
      ) : (
        [...new Set(names)].join(', ')
      )}
    </p>
  )
}
