import { ForeignText } from '../ui/foreign-text.tsx'

/** The label of a box that a word is typed into before an act: the word is told apart from what is said of it. */
export function TypeToConfirm({ word }: { word: string }) {
  return (
    <span>
      Type{' '}
      <strong className="rounded-sm bg-active px-1 py-0.5 font-semibold wrap-anywhere">
        <ForeignText text={word} />
      </strong>{' '}
      to confirm
    </span>
  )
}
