'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorState } from '#components/ui/error-state.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table, TableFrame, Td, Th, THead, Tr } from '#components/ui/table.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { useOperation } from '#components/use-operation.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { AccessToken } from '#lib/auth/access-tokens.ts'
import { accessTokens, tokenRevocation } from '#lib/sign-in/queries.ts'
import { NewToken } from './new-token.tsx'

/** The tokens of programs, what ends them, and what makes another. */
export function AccessTokens({ tokens }: { tokens: readonly AccessToken[] }) {
  const queryClient = useQueryClient()
  const [isMaking, setMaking] = useState(false)
  const { run, renew, error, isPending } = useOperation(tokenRevocation)
  const readAgain = () => void queryClient.invalidateQueries({ queryKey: accessTokens().queryKey })
  const revoke = (tokenId: string) => {
    renew()
    run({ tokenId }, { onSuccess: readAgain })
  }
  return (
    <Section
      title="Tokens of programs"
      description="A token stands for a program where a person would sign in: Authorization: Bearer, or LIFEGUARD_TOKEN for the command."
      actions={!isMaking && <Button onClick={() => setMaking(true)}>Create token</Button>}
    >
      {isMaking && <NewToken onMade={readAgain} onClose={() => setMaking(false)} />}
      {error && <ErrorState compact title="The token was not revoked" {...errorShape(error)} />}
      {tokens.length === 0 ? (
        <p className="text-soft">There are none.</p>
      ) : (
        <TableFrame label="Access tokens">
          <Table caption="Access tokens">
            <THead>
              <Tr>
                <Th>Name</Th>
                <Th>Role</Th>
                <Th>Connections</Th>
                <Th>Made by</Th>
                <Th>Ends (UTC)</Th>
                <Th>Last used (UTC)</Th>
                <Th>
                  <span className="sr-only">End it</span>
                </Th>
              </Tr>
            </THead>
            <tbody>
              {tokens.map((token) => {
                const { tokenId, name, role, connectionIds, permissions, madeBy, endsAt, usedAt, ended } = token
                return (
                  <Tr key={tokenId}>
                    <Th scope="row">{name}</Th>
                    <Td title={permissions.join(', ')}>
                      <Badge>{role}</Badge>
                    </Td>
                    <Td wrap className="min-w-32">
                      {connectionIds.join(', ')}
                    </Td>
                    <Td>
                      <ForeignText text={madeBy} />
                    </Td>
                    <Td>
                      <TimeStamp value={endsAt} />
                    </Td>
                    <Td>
                      <TimeStamp value={usedAt} />
                    </Td>
                    <Td className="text-right">
                      {ended !== null ? (
                        <Badge>{ended}</Badge>
                      ) : (
                        <Button size="sm" pending={isPending} onClick={() => revoke(tokenId)}>
                          Revoke
                        </Button>
                      )}
                    </Td>
                  </Tr>
                )
              })}
            </tbody>
          </Table>
        </TableFrame>
      )}
    </Section>
  )
}
