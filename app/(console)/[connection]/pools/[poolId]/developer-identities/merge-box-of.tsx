import { ForeignText } from '#components/ui/foreign-text.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'

/** More are counted. */
const SHOWN = 8

type MergeBoxOfProps = {
  says: string
  identityId: string
  /** By what one signs in to it. */
  ways: readonly string[]
  /** Those that come to it. */
  moved?: readonly string[]
  /** It is left behind empty. */
  isLeft?: boolean
}

/** One identity of the picture of a merge, with its logins as chips. */
export function MergeBoxOf({ says, identityId, ways, moved = [], isLeft = false }: MergeBoxOfProps) {
  const all = [...ways.map((way) => ({ way, comes: false })), ...moved.map((way) => ({ way, comes: true }))]
  const chip = 'inline-flex max-w-full items-center gap-1 truncate rounded-sm border px-1.5 text-xs leading-5'
  return (
    <div
      className={`min-w-0 rounded-lg border p-3 ${isLeft ? 'border-dashed border-control text-soft' : 'border-accent-line bg-accent-tint'}`}
    >
      <p className="flex flex-wrap items-center justify-between gap-x-3">
        <span className={isLeft ? 'line-through' : 'text-ink'}>
          <MonoId value={identityId} shorten="always" />
        </span>
        <span className="text-xs font-medium">{says}</span>
      </p>
      <ul className="mt-2 flex flex-wrap gap-1.5">
        {all.slice(0, SHOWN).map(({ way, comes }) => (
          <li
            key={`${way} ${comes}`}
            className={`${chip} ${isLeft ? 'border-dashed border-control' : comes ? 'border-accent bg-surface font-medium text-accent-ink' : 'border-line-strong bg-surface text-ink'}`}
          >
            {comes && '← '}
            <span className="truncate">
              <ForeignText text={way} />
            </span>
          </li>
        ))}
        {all.length > SHOWN && <li className={`${chip} border-transparent`}>{`and ${all.length - SHOWN} more`}</li>}
      </ul>
    </div>
  )
}
