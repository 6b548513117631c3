'use client'

import { useQuery } from '@tanstack/react-query'
import { denial } from '#lib/connections/denial.ts'
import type { Permission } from '#lib/auth/permissions.ts'
import { consoleSession } from '#lib/connections/queries.ts'

/** Why the person may not do this on this connection, in words, or null when they may. */
export function useDenial(connectionId: string, permission: Permission): string | null {
  const { data } = useQuery(consoleSession())
  return denial(data, connectionId, permission)
}
