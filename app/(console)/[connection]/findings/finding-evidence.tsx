import { Shown } from '#components/ui/shown.tsx'

/** So much of the end is always seen: where evidence is alike, it differs there. */
const END = 28

/** What was read, cut in the middle where there is no room for it. */
export function FindingEvidence({ text }: { text: string }) {
  const space = text.indexOf(' ', text.length - END)
  if (text.length <= 2 * END || space < 0) return <Shown>{text}</Shown>
  return (
    <span className="flex">
      <span className="truncate">
        <Shown>{text.slice(0, space)}</Shown>
      </span>
      <span className="shrink-0 whitespace-pre">
        {' '}
        <Shown>{text.slice(space + 1)}</Shown>
      </span>
    </span>
  )
}
