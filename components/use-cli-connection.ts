import { useQuery } from '@tanstack/react-query'
import { useParams } from 'next/navigation'
import { forConnection } from '#lib/code/for-connection.ts'
import { consoleSession } from '#lib/connections/queries.ts'
import { decodeSegment } from '#lib/core/refs.ts'

/** How commands of the AWS CLI reach a connection, the one of the address by default, and what they cannot say. */
export function useCliConnection(connectionId?: string) {
  const { connection: segment = '' } = useParams<{ connection?: string }>()
  const id = connectionId ?? decodeSegment(segment)
  const connection = useQuery(consoleSession()).data?.connections.find((one) => one.id === id)
  return {
    script: (text: string) => (connection ? forConnection(text, connection.cli) : text),
    note: connection?.cli.ownCredentials
      ? `${connection.name} has credentials of its own. Run this with credentials of the same account.`
      : null,
  }
}
