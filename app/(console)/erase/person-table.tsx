import Link from 'next/link'
import { LoginNames } from '#components/developer-identities/login-names.tsx'
import { StateBadge } from '#components/state-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { Table, TableFrame, Td, Th, THead, Tr } from '#components/ui/table.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { identityPath } from '#lib/core/paths.ts'
import type { ErasableRow } from '#lib/erasure/once-each.ts'
import { foundByWords } from '#lib/erasure/record-words.ts'

type PersonTableProps = {
  rows: readonly ErasableRow[]
  nameOf: (connectionId: string) => string
  isChosen: (row: ErasableRow) => boolean
  /** Why a row cannot be erased, or null. */
  deniedOf: (row: ErasableRow) => string | null
  onChoose: (row: ErasableRow, isChosen: boolean) => void
}

/** Every identity that the person leads to; each can be left out. */
export function PersonTable({ rows, nameOf, isChosen, deniedOf, onChoose }: PersonTableProps) {
  return (
    <TableFrame label="What will be erased">
      <Table caption="What will be erased">
        <THead>
          <tr>
            <Th className="w-8">
              <span className="sr-only">Erase</span>
            </Th>
            <Th>Identity</Th>
            <Th>Found by</Th>
            <Th>State</Th>
            <Th>Pool</Th>
            <Th>Connection</Th>
            <Th>Developer user identifiers</Th>
            <Th>Logins</Th>
            <Th>Created (UTC)</Th>
            <Th>Modified (UTC)</Th>
            <Th>Notes</Th>
          </tr>
        </THead>
        <tbody>
          {rows.map((row) => {
            const { connectionId, identityId, alsoIn, pool, identity, read, userIdentifiers, notes, foundBy } = row
            const denied = deniedOf(row)
            return (
              <Tr key={identityId} className="align-top">
                <Td className="pt-2.5">
                  <Checkbox
                    aria-label={`Erase ${identityId}`}
                    checked={denied === null && isChosen(row)}
                    disabled={denied !== null}
                    title={denied ?? undefined}
                    onChange={(event) => onChoose(row, event.target.checked)}
                  />
                </Td>
                <Td className="py-2">
                  <Link
                    href={`${identityPath({ connectionId, identityId })}${pool ? `?pool=${pool.poolId}` : ''}`}
                    target="_blank"
                    prefetch={false}
                    className="rounded-sm text-accent-ink hover:underline"
                  >
                    <MonoId value={identityId} />
                  </Link>
                </Td>
                <Td className="py-2">
                  <Texts texts={foundBy.map(foundByWords)} />
                </Td>
                <Td className="py-2">
                  {identity ? (
                    <StateBadge state={identity.state} />
                  ) : (
                    <Badge>{read === 'gone' ? 'Gone' : 'Not read'}</Badge>
                  )}
                </Td>
                <Td className="py-2">{pool ? <ForeignText text={pool.name ?? pool.poolId} /> : 'Not known'}</Td>
                <Td className="py-2">
                  {[connectionId, ...alsoIn].map(nameOf).join(', ')}
                  {denied && <span className="block text-xs text-soft">{denied}</span>}
                </Td>
                <Td className="py-2">
                  <Texts texts={userIdentifiers} />
                </Td>
                <Td className="py-2">{identity && <LoginNames logins={identity.logins} />}</Td>
                <Td className="py-2">
                  <TimeStamp value={identity?.createdAt ?? null} />
                </Td>
                <Td className="py-2">
                  <TimeStamp value={identity?.modifiedAt ?? null} />
                </Td>
                <Td className="py-2">{notes}</Td>
              </Tr>
            )
          })}
        </tbody>
      </Table>
    </TableFrame>
  )
}

function Texts({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return <span className="text-soft">None</span>
  return (
    <ul>
      {texts.map((text) => (
        <li key={text} className="font-mono text-xs leading-5">
          <ForeignText text={text} />
        </li>
      ))}
    </ul>
  )
}
