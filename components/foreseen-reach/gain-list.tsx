import type { Gains } from '#lib/reach/gained.ts'
import { ForeignText } from '../ui/foreign-text.tsx'

const TOLD = 12

/** What becomes reachable and by whom, and the roles of which that is not known. */
export function GainList({ gains: { gains, unread } }: { gains: Gains }) {
  const rest = gains.length - TOLD
  return (
    <ul aria-label="What becomes reachable" className="list-disc space-y-1 pl-4">
      {gains.slice(0, TOLD).map(({ audience, service, text }) => (
        <li key={`${audience} ${service}`} className="wrap-anywhere">
          {text}
        </li>
      ))}
      {rest > 0 && <li>{rest === 1 ? 'One more service.' : `${rest} more services.`}</li>}
      {unread.map((text) => (
        <li key={text} className="wrap-anywhere">
          Not known: <ForeignText text={text} />
        </li>
      ))}
    </ul>
  )
}
