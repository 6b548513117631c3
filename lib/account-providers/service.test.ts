import { CreateIdentityPoolCommand, CognitoIdentityClient } from '@aws-sdk/client-cognito-identity'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { unwrap } from '../core/result.ts'
import { serveForTest } from '../emulator/serve-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { listIdentityProviders, listUserPoolClients, listUserPools } from './actions.ts'

const served = await serveForTest({
  seed: 'demo',
  keys: new Map(Object.entries({ AKIDEXAMPLE: 'secret-example', lifeguard: 'lifeguard' })),
})
beforeAll(() => {
  vi.stubEnv('AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER', served.url)
  vi.stubEnv('AWS_ENDPOINT_URL_IAM', served.url)
  return served.close
})
consoleForTests({ role: 'support' })

const where = { connectionId: 'test', region: 'us-east-1' }

describe('what an account has that a pool can name', () => {
  it('is its user pools with their app clients', async () => {
    const { userPools, nextCursor } = await unwrap(listUserPools(where))
    expect(userPools).toContainEqual({ id: 'us-east-1_Nw7Rk2pQa', name: 'northwind-users' })
    expect(nextCursor).toBeNull()
    const { clients } = await unwrap(listUserPoolClients({ ...where, userPoolId: 'us-east-1_Nw7Rk2pQa' }))
    expect(clients).toContainEqual({ id: '4n7webclient2k9s8d1example', name: 'web' })
    expect((await unwrap(listUserPools({ ...where, region: 'eu-west-1' }))).userPools).not.toContainEqual(
      expect.objectContaining({ name: 'northwind-users' }),
    )
  })

  it('comes page by page', async () => {
    const client = new CognitoIdentityClient(served.config())
    for (let number = 0; number < 70; number += 1)
      await client.send(
        new CreateIdentityPoolCommand({
          IdentityPoolName: `Pool ${number}`,
          AllowUnauthenticatedIdentities: false,
          CognitoIdentityProviders: [
            {
              ProviderName: `cognito-idp.us-east-1.amazonaws.com/us-east-1_Made${number}`,
              ClientId: `client${number}`,
            },
          ],
        }),
      )
    const first = await unwrap(listUserPools(where))
    expect(first.userPools).toHaveLength(60)
    const second = await unwrap(listUserPools({ ...where, cursor: first.nextCursor ?? undefined }))
    const ids = [...first.userPools, ...second.userPools].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(70)
  })

  it('is IAM’s OpenID Connect and SAML providers', async () => {
    const { saml, oidc } = await unwrap(listIdentityProviders(where))
    expect(saml).toContain('arn:aws:iam::123456789012:saml-provider/NorthwindOkta')
    expect(Array.isArray(oidc)).toBe(true)
  })

  it('names the action that is lacking, and a user pool that is not there', async () => {
    served.world.faults.add([{ operation: 'ListUserPools', error: 'AccessDeniedException', count: 1 }])
    expect(await listUserPools(where)).toMatchObject({
      error: { code: 'DENIED', iamAction: 'cognito-idp:ListUserPools' },
    })
    served.world.faults.add([{ operation: 'ListSAMLProviders', error: 'AccessDenied', count: 1 }])
    expect(await listIdentityProviders(where)).toMatchObject({
      error: { code: 'DENIED', iamAction: 'iam:ListSAMLProviders' },
    })
    expect(await listUserPoolClients({ ...where, userPoolId: 'us-east-1_Nobody' })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
  })
})
