import { Badge } from '#components/ui/badge.tsx'
import { Table, TableFrame, Td, Th, THead, Tr } from '#components/ui/table.tsx'
import type { AccessOn } from '#lib/sign-in/own-access.ts'

/** What of a role is not obvious from its name. */
const limitsOf = ({ readOnly, mostDeleted }: AccessOn): string =>
  [
    ...(readOnly ? ['The connection is read-only.'] : []),
    ...(mostDeleted === null ? [] : [`At most ${mostDeleted} identities are deleted in one act.`]),
  ].join(' ')

/** The role and the permissions of somebody on each connection. */
export function AccessTable({ rights }: { rights: readonly AccessOn[] }) {
  return (
    <TableFrame label="Your rights">
      <Table caption="Your rights">
        <THead>
          <Tr>
            <Th>Connection</Th>
            <Th>Role</Th>
            <Th>Limits</Th>
            <Th>Permissions</Th>
          </Tr>
        </THead>
        <tbody>
          {rights.map((one) => (
            <Tr key={one.connectionId}>
              <Th scope="row">{one.name}</Th>
              <Td>
                <Badge>{one.role}</Badge>
              </Td>
              <Td wrap className="min-w-40 text-soft">
                {limitsOf(one) || 'None'}
              </Td>
              <Td wrap className="min-w-72 font-mono text-xs leading-5 text-soft">
                {one.permissions.join(', ')}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
