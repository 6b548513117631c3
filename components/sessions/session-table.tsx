'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { ForeignText } from '../ui/foreign-text.tsx'
import { Table, TableFrame, Td, Th, THead, Tr } from '../ui/table.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { useOperation } from '../use-operation.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { ShownSession } from '#lib/sign-in/own-access.ts'
import { sessionEnd, sessionsEnd } from '#lib/sign-in/queries.ts'
import { browserName } from './browser-name.ts'
import { leave } from './leave.ts'

const ways = { link: 'link of this machine', oidc: 'OpenID provider' }

type SessionTableProps = {
  caption: string
  sessions: readonly ShownSession[]
  /** What ends one. */
  verb: 'Sign out' | 'End session'
  /** Whether they are of several people. */
  named?: boolean
}

/** Sessions, each with what ends it; the one that asks leads to where one signs in. */
export function SessionTable({ caption, sessions, verb, named = false }: SessionTableProps) {
  const queryClient = useQueryClient()
  const { run, renew, error, isPending } = useOperation(sessionEnd)
  const end = ({ sessionId, isOwn }: ShownSession) => {
    renew()
    run(
      { sessionId },
      {
        onSuccess: ({ leaveBy }) =>
          isOwn ? leave(leaveBy) : void queryClient.invalidateQueries({ queryKey: ['sessions'] }),
      },
    )
  }
  const ofPerson = useOperation(sessionsEnd)
  const endAll = (personId: string) => {
    ofPerson.renew()
    ofPerson.run({ personId }, { onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['sessions'] }) })
  }
  const failed = error ?? ofPerson.error
  return (
    <>
      {failed && <ErrorState compact title="The session was not ended" {...errorShape(failed)} />}
      <TableFrame label={caption}>
        <Table caption={caption}>
          <THead>
            <Tr>
              {named && <Th>Person</Th>}
              <Th>Browser</Th>
              <Th>Address</Th>
              <Th>Way</Th>
              <Th>Signed in (UTC)</Th>
              <Th>Last seen (UTC)</Th>
              <Th>
                <span className="sr-only">End it</span>
              </Th>
            </Tr>
          </THead>
          <tbody>
            {sessions.map((session) => (
              <Tr key={session.sessionId}>
                {named && (
                  <Td>
                    <ForeignText text={session.name} />
                  </Td>
                )}
                <Th scope="row" title={session.agent ?? undefined}>
                  {browserName(session.agent)} {session.isOwn && <Badge>this one</Badge>}
                </Th>
                <Td className="font-mono text-xs">{session.address ?? 'not known'}</Td>
                <Td className="text-soft">{ways[session.way]}</Td>
                <Td>
                  <TimeStamp value={session.signedInAt} />
                </Td>
                <Td>
                  <TimeStamp value={session.seenAt} />
                </Td>
                <Td className="text-right">
                  <Button size="sm" pending={isPending} onClick={() => end(session)}>
                    {verb}
                  </Button>
                  {named && (
                    <Button
                      size="sm"
                      className="ml-2"
                      pending={ofPerson.isPending}
                      onClick={() => endAll(session.personId)}
                    >
                      End all of this person
                    </Button>
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
    </>
  )
}
