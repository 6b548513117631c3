'use server'

import { defineAction } from '../operation/define-action.ts'
import { config } from '../config/config.ts'
import { roleOn } from '../auth/role-on.ts'
import { readsIam } from '../aws/reads-iam.ts'
import { readsUserPools } from '../aws/reads-user-pools.ts'
import type { ConsoleSession } from './connection-summary.ts'
import { cliOf } from './cli-of.ts'
import { describeCallerInput, listConnectionsInput, testConnectionInput } from './schema.ts'
import { callerOf } from './service.ts'
import { tryCalls } from './test-service.ts'

/** The connections that the actor may use, in the configuration's order, and who the actor is. */
export const listConnections = defineAction({
  name: 'ListConnections',
  effect: 'read',
  permission: 'connections:read',
  input: listConnectionsInput,
  async run({ actor }): Promise<ConsoleSession> {
    const usable = config().connections.flatMap((connection) => {
      const role = roleOn(actor, connection)
      return role === null ? [] : [{ connection, role }]
    })
    return {
      connections: usable.map(({ connection, role }) => {
        const { id, name, label, color, kind, regions, readOnly } = connection
        return {
          id,
          role,
          name,
          label,
          color,
          kind,
          regions: [...regions],
          readOnly,
          readsIam: readsIam(connection),
          readsUserPools: readsUserPools(connection),
          cli: cliOf(connection),
        }
      }),
      actor: { name: actor.name, role: actor.role, sessionId: actor.session?.sessionId ?? null },
      requireReason: config().audit.requireReason,
      erasesFromLog: config().audit.erase,
      otherConnections: config().connections.length - usable.length,
    }
  },
})

/** Whose credentials a connection uses; null where its server is not AWS. */
export const describeCaller = defineAction({
  name: 'DescribeCaller',
  effect: 'read',
  permission: 'connections:read',
  input: describeCallerInput,
  run: ({ connection }) => callerOf(connection),
})

/** Which reading calls of a connection are answered in a Region, and what is refused. Nothing is changed for it. */
export const testConnection = defineAction({
  name: 'TestConnection',
  effect: 'read',
  permission: 'connections:read',
  input: testConnectionInput,
  run: ({ connection, cognito }, { region }) => tryCalls(connection, cognito, region),
})
