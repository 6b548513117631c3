'use client'

import { useQuery } from '@tanstack/react-query'
import { roleDenial } from '#lib/connections/denial.ts'
import type { Permission } from '#lib/auth/permissions.ts'
import { consoleSession } from '#lib/connections/queries.ts'

/** Why the person may not do this on a connection, also a read-only one, or where none is meant, in words, or null when they may. */
export function useRoleDenial(connectionId: string | null, permission: Permission): string | null {
  const { data } = useQuery(consoleSession())
  return roleDenial(data, connectionId, permission)
}
