import { CopyButton } from '../ui/copy-button.tsx'

/** A developer user identifier as it is: its blanks are drawn, its direction turns nothing around it. */
export function UserIdentifier({ value, copy = false }: { value: string; copy?: boolean }) {
  return (
    <span className="inline-flex max-w-full items-start gap-1">
      <span className="min-w-0 font-mono text-xs leading-5 break-all">
        <bdi>{value}</bdi>
      </span>
      {copy && <CopyButton value={value} label={`Copy ${value}`} className="-my-1" />}
    </span>
  )
}
