'use client'

import { operationLabel } from '#components/operation-label.ts'
import { OutcomeBadge } from '#components/outcome-badge.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { Td } from '#components/ui/td.tsx'
import { Th } from '#components/ui/th.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { Tr } from '#components/ui/tr.tsx'
import type { AuditEntry } from '#lib/history/audit-entry.ts'

type AuditRowProps = { entry: AuditEntry; index: number; onOpen: () => void }

export function AuditRow({ entry, index, onOpen }: AuditRowProps) {
  const { operation, outcome, actor, startedAt, connectionId, poolId, identityIds } = entry
  const target = identityIds[0] ?? poolId
  return (
    <Tr aria-rowindex={index + 2}>
      <Td className="text-soft">
        <TimeStamp value={startedAt} />
      </Td>
      <Th scope="row" className="truncate">
        <button type="button" onClick={onOpen} className="rounded-sm text-accent-ink hover:underline">
          {operationLabel(operation)}
        </button>
      </Th>
      <Td>
        <OutcomeBadge outcome={outcome} />
      </Td>
      <Td className="truncate" title={actor.id}>
        {`${actor.name} (${actor.role})`}
      </Td>
      <Td className="truncate text-soft">{connectionId ?? '–'}</Td>
      <Td className="truncate text-soft">
        {target ? <MonoId value={target} /> : '–'}
        {identityIds.length > 1 && ` and ${identityIds.length - 1} more`}
      </Td>
    </Tr>
  )
}
