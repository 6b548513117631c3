import { describe, expect, it } from 'vitest'
import type { ConsoleSession } from '../connections/connection-summary.ts'
import { denial } from '../connections/denial.ts'
import { may, permissions, rolesWith } from './permissions.ts'

describe('the permission table', () => {
  it.each(permissions)('gives %s to a role and every role above it', (permission) => {
    const holders = rolesWith(permission)
    expect(holders.at(-1)).toBe('admin')
    expect(['viewer', 'support', 'admin'].slice(-holders.length)).toEqual([...holders])
  })

  it('lets a viewer read, sign out and nothing else', () => {
    const held = permissions.filter((permission) => may('viewer', permission))
    expect(held.filter((permission) => !permission.endsWith(':read'))).toEqual(['sessions:own'])
  })

  it('lets support delete identities and leave pools alone', () => {
    expect(may('support', 'identities:delete')).toBe(true)
    expect(may('support', 'pools:delete')).toBe(false)
  })
})

describe('denial', () => {
  const cli = { endpoint: null, profile: null, ownCredentials: false }
  const session = (role: 'viewer' | 'admin', readOnly = false): ConsoleSession => ({
    actor: { name: 'Someone', role, sessionId: null },
    connections: [
      {
        id: 'prod',
        role,
        name: 'Production',
        label: null,
        color: null,
        kind: 'aws',
        regions: ['us-east-1'],
        readOnly,
        readsIam: true,
        readsUserPools: true,
        cli,
      },
    ],
    requireReason: false,
    erasesFromLog: false,
    otherConnections: 0,
  })

  it('names the role that would do, the read-only connection, or nothing', () => {
    expect(denial(session('viewer'), 'prod', 'identities:delete')).toContain('support or admin')
    expect(denial(session('admin', true), 'prod', 'identities:delete')).toBe('The connection Production is read-only.')
    expect(denial(session('admin'), 'prod', 'identities:delete')).toBeNull()
  })
})
