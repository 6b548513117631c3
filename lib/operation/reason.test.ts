import { describe, expect, it } from 'vitest'
import { deleteIdentities } from '../identities/actions.ts'
import { newOperationId } from '../core/operation-id.ts'
import { traceToken } from '../login-tokens/actions.ts'
import { consoleForTests } from './console-for-tests.ts'

const lifeguard = consoleForTests({ audit: { requireReason: true } })

const input = {
  connectionId: 'test',
  region: 'us-east-1',
  identityIds: ['us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'],
}

describe('where a reason is required', () => {
  it('an act of the desk without one is refused before anything is sent, and the field named', async () => {
    for (const reason of [undefined, null, ' '])
      expect(await deleteIdentities({ ...input, reason })).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION', fields: { reason: expect.stringContaining('ticket') } },
      })
    expect(await lifeguard.auditRows()).toEqual([])
  })

  it('asking which identity a token signs in to is such an act, for it may make one', async () => {
    const pool = { connectionId: 'test', poolId: input.identityIds.join('') }
    expect(await traceToken({ pool, provider: 'graph.facebook.com', token: 'opaque' })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', fields: { reason: expect.stringContaining('ticket') } },
    })
    expect(await lifeguard.auditRows()).toEqual([])
  })

  it('one with it is kept with its reason and its run, which its input does not repeat', async () => {
    const runId = newOperationId()
    expect(await deleteIdentities({ ...input, reason: ' DP-7 ', runId })).toMatchObject({ ok: true })
    const [started, ended] = await lifeguard.auditRows()
    expect(started).toMatchObject({ reason: 'DP-7', run_id: runId, input: JSON.stringify(input) })
    expect(ended).toMatchObject({ outcome: 'succeeded', run_id: runId })
  })
})
