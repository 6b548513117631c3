import Link from 'next/link'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { Shown } from '#components/ui/shown.tsx'

type FlowChipProps = {
  href: string
  title: string
  detail: string
  /** The whole of what is cut short, shown while the chip is pointed at or has the focus. */
  full: string
  mono?: boolean
  /** Drawn with a dashed border and in grey: nobody comes through it. */
  faint?: boolean
  /** Where its full text hangs. */
  align?: 'start' | 'end'
  /** Hears when the chip is pointed at or has the focus, and when no more. */
  onNear: (near: boolean) => void
}

/** Cut short where a line has to do, wrapped where nothing stands on its height. */
const CUT = 'wrap-anywhere md:truncate'

/** A node of the picture: a link to its form in two short lines. */
export function FlowChip({
  href,
  title,
  detail,
  full,
  mono = false,
  faint = false,
  align = 'start',
  onNear,
}: FlowChipProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      onMouseEnter={() => onNear(true)}
      onMouseLeave={() => onNear(false)}
      onFocus={() => onNear(true)}
      onBlur={() => onNear(false)}
      className={`group relative block min-h-11 min-w-0 md:h-11 rounded-md border bg-surface px-2.5 py-1 hover:bg-hover ${faint ? 'border-dashed border-control text-soft' : 'border-line-strong text-ink'}`}
    >
      <span className={`block font-medium ${CUT} ${mono ? 'font-mono text-xs leading-5' : ''}`}>
        <ForeignText text={title} />
      </span>
      <span className={`block text-xs text-soft ${CUT}`}>
        <ForeignText text={detail} />
      </span>
      <span
        aria-hidden
        className={`absolute top-full z-30 mt-1 hidden w-max max-w-72 rounded-md border border-line-strong bg-raised px-2 py-1 text-xs wrap-anywhere whitespace-normal text-ink shadow-raised group-hover:block group-focus-visible:block ${align === 'end' ? 'right-0' : 'left-0'}`}
      >
        <Shown>{full}</Shown>
      </span>
    </Link>
  )
}
