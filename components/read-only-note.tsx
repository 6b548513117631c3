import { Callout } from './ui/callout.tsx'

type ReadOnlyNoteProps = {
  /** For `aria-describedby` of the form. */
  id: string
  /** Why the person may not do it, or null when they may. */
  denied: string | null
  title?: string
}

/** Says at the top of a form, in words, why it cannot be used. */
export function ReadOnlyNote({ id, denied, title = 'You can look at this form but not use it' }: ReadOnlyNoteProps) {
  if (denied === null) return null
  return (
    <div id={id} className="mb-4">
      <Callout title={title}>{denied}</Callout>
    </div>
  )
}
