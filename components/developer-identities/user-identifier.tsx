import { shortName } from '#lib/developer-identities/short-name.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { ForeignText } from '../ui/foreign-text.tsx'

/** A developer user identifier as it is: what is not seen in it is drawn, and its direction turns nothing around it. */
export function UserIdentifier({ value, copy = false }: { value: string; copy?: boolean }) {
  return (
    <span className="inline-flex max-w-full items-start gap-1">
      <span className="min-w-0 font-mono text-xs leading-5 wrap-anywhere">
        <ForeignText text={value} />
      </span>
      {copy && <CopyButton value={value} label={`Copy ${shortName(value)}`} className="-my-0.5 size-6!" />}
    </span>
  )
}
