'use client'

import type { DeletionState } from '#lib/identities/delete-run.ts'
import { Table, TableFrame, Td, Th, THead, Tr } from '../ui/table.tsx'

const CAPTION = 'Identities that were not deleted'
/** The list is for reading; a longer one is counted above it. */
const SHOWN = 300

const meanings: Readonly<Record<string, string>> = {
  AccessDenied: 'The credentials lack cognito-identity:DeleteIdentities for this identity, or it does not exist.',
  InternalServerError: 'The service failed on this identity. A retry often helps.',
}

/** Every identity that is left, each with its reason. */
export function LeftIdentities({ state }: { state: DeletionState }) {
  const left = [
    ...state.refused.map(({ identityId, code }) => ({
      identityId,
      code,
      reason: meanings[code] ?? 'The service refused it.',
    })),
    ...state.unknown.map((identityId) => ({
      identityId,
      code: 'No answer',
      reason: 'Sent, but no answer came. A retry settles it.',
    })),
    ...state.waiting.map((identityId) => ({
      identityId,
      code: 'Not attempted',
      reason: 'The deletion ended before its turn.',
    })),
  ]
  return (
    <>
      <TableFrame label={CAPTION} className="max-h-72">
        <Table caption={CAPTION}>
          <THead>
            <tr>
              <Th>Identity ID</Th>
              <Th>Reason</Th>
            </tr>
          </THead>
          <tbody>
            {left.slice(0, SHOWN).map(({ identityId, code, reason }) => (
              <Tr key={identityId}>
                <Td className="font-mono text-xs whitespace-nowrap">{identityId}</Td>
                <Td>
                  <span className="font-mono text-xs">{code}</span> <span className="text-soft">{reason}</span>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
      {left.length > SHOWN && (
        <p className="text-xs text-soft">{`The first ${SHOWN} of ${left.length.toLocaleString('en')}.`}</p>
      )}
    </>
  )
}
