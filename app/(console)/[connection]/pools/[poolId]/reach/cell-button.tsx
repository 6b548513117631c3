import { badgeTones, type BadgeTone } from '#components/ui/badge.tsx'
import { isWriteOrMore, levelWords, widthWords } from '#lib/reach/access-level.ts'
import type { ReachRow } from '#lib/reach/reach-of.ts'
import type { ReachCell } from '#lib/reach/reach-of-role.ts'
import { serviceName } from './service-name.ts'

type CellButtonProps = { row: ReachRow; cell: ReachCell; onOpen: () => void }

/** How far and how wide somebody reaches a service; opens the statements that say so. */
export function CellButton({ row, cell, onOpen }: CellButtonProps) {
  const text = `${levelWords[cell.level]} · ${widthWords[cell.width]}`
  return (
    <button
      type="button"
      aria-label={`${row.who}, ${serviceName(cell.service)}: ${text}`}
      onClick={onOpen}
      className={`inline-flex h-6 cursor-pointer items-center rounded-sm border px-1.5 text-xs font-medium hover:underline ${badgeTones[toneOf(row, cell)]}`}
    >
      {text}
    </button>
  )
}

function toneOf({ kind }: ReachRow, { level, width }: ReachCell): BadgeTone {
  if (width === 'own' || !isWriteOrMore(level)) return 'neutral'
  if (kind === 'guest' || kind === 'guest-basic' || level === 'permissions') return 'danger'
  return 'warning'
}
