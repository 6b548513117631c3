import { expect, it } from 'vitest'
import { listConnections } from '../connections/actions.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { unwrap } from '../core/result.ts'
import { listRoles } from '../iam-roles/actions.ts'

consoleForTests({ connections: () => [{ id: 'aws', regions: ['us-east-1'] }] })

it('IAM is read for AWS itself, never for an endpoint without one of its own', async () => {
  const { connections } = await unwrap(listConnections({}))
  expect(Object.fromEntries(connections.map(({ id, readsIam }) => [id, readsIam]))).toMatchObject({
    test: false,
    aws: true,
  })
  const pool = { connectionId: 'test', poolId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809' }
  expect(await listRoles({ pool })).toMatchObject({
    ok: false,
    error: { code: 'VALIDATION', message: 'IAM is not read on the connection Test.' },
  })
})
