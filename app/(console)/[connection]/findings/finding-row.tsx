import Link from 'next/link'
import { SeverityBadge } from '#components/severity-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Td } from '#components/ui/td.tsx'
import { Th } from '#components/ui/th.tsx'
import { Tr } from '#components/ui/tr.tsx'
import { checkById } from '#lib/findings/all-checks.ts'
import type { PoolFinding } from '#lib/findings/finding-filter.ts'
import { poolPath } from '#lib/core/paths.ts'

type FindingRowProps = PoolFinding & { connectionId: string; index: number }

export function FindingRow({ finding: { checkId, evidence, suppressed }, pool, connectionId, index }: FindingRowProps) {
  const check = checkById(checkId)
  if (!check) return null
  return (
    <Tr aria-rowindex={index + 2}>
      <Td>
        <SeverityBadge severity={check.severity} />
      </Td>
      <Th scope="row" className="truncate" title={check.title}>
        {check.title}
        {suppressed && (
          <span className="ml-2">
            <Badge title={suppressed.reason}>Suppressed</Badge>
          </span>
        )}
      </Th>
      <Td className="truncate">
        <Link
          href={poolPath({ connectionId, poolId: pool.poolId })}
          prefetch={false}
          title={pool.poolId}
          className="rounded-sm text-accent-ink hover:underline"
        >
          {pool.name}
        </Link>
      </Td>
      <Td className="text-soft">{pool.region}</Td>
      <Td className="truncate text-soft" title={evidence}>
        {evidence}
      </Td>
    </Tr>
  )
}
