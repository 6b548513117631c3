import { describe, expect, it } from 'vitest'
import { barePool } from '../../code/pools-for-tests.ts'
import { snapshotFacts, type PoolSnapshot } from '../../code/snapshot.ts'
import { diffFacts } from '../../facts/facts.ts'
import { only } from '../only-pool-for-tests.ts'
import { untoldRows } from './compare-told.ts'
import { toApply } from './to-apply.ts'

const LOGIN = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Harbour1'
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const client = (clientId: string) => ({ providerName: LOGIN, clientId, serverSideTokenCheck: false })

const TEXT = `
  resource "aws_cognito_identity_pool" "a" {
    identity_pool_name = var.name
    developer_provider_name = var.developer
    saml_provider_arns = []
    cognito_identity_providers {
      client_id     = aws_cognito_user_pool_client.web.id
      provider_name = "${LOGIN}"
    }
    cognito_identity_providers {
      client_id     = "known"
      provider_name = "${LOGIN}"
    }
    tags = { team = "boats", stage = var.stage }
  }
  resource "aws_cognito_identity_pool_roles_attachment" "a" {
    identity_pool_id = aws_cognito_identity_pool.a.id
    roles = { authenticated = aws_iam_role.user.arn, unauthenticated = "${role('Guest')}" }
    role_mapping {
      identity_provider         = "\${var.provider}"
      type                      = "Token"
      ambiguous_role_resolution = "Deny"
    }
  }`

const untouched: PoolSnapshot = {
  pool: {
    ...barePool.pool,
    name: 'harbour',
    classicFlow: 'unset',
    developerProviderName: 'login.port',
    userPools: [client('web'), client('known')],
    tags: { team: 'boats', stage: 'prod', 'aws:cloudformation:stack-name': 'port' },
  },
  roles: {
    authenticated: role('User'),
    unauthenticated: role('Guest'),
    mappings: [
      {
        provider: `${LOGIN}:web`,
        type: 'Rules',
        ambiguous: 'Deny',
        rules: [{ claim: 'a', match: 'Equals', value: 'b', roleArn: role('Boss') }],
      },
    ],
  },
  principalTags: [{ provider: LOGIN, useDefaults: true, tags: {} }],
}

async function compared(present: PoolSnapshot) {
  const told = await only(TEXT)
  const [left, right] = [snapshotFacts(told.snapshot), snapshotFacts(present)]
  const untold = untoldRows(left, right, told.gaps)
  return {
    told,
    untold: untold.size,
    differences: diffFacts(left, right)
      .filter(({ key }) => !untold.has(key))
      .map(({ key }) => key),
  }
}

describe('a comparison with a text that does not tell everything', () => {
  it('has no difference in what the text does not say', async () => {
    const { differences, untold, told } = await compared(untouched)
    expect(differences).toEqual([])
    expect(untold).toBe(10)
    expect(toApply(told, untouched)).toEqual([])
  })

  it('counts what the text does say', async () => {
    const changed: PoolSnapshot = {
      ...untouched,
      pool: {
        ...untouched.pool,
        allowUnauthenticated: true,
        tags: { ...untouched.pool.tags, team: 'ships', new: '1' },
      },
      roles: { ...untouched.roles, unauthenticated: role('Other') },
    }
    const { differences, told } = await compared(changed)
    expect(differences).toEqual(['guests', 'tag team', 'tag new', 'role unauthenticated'])
    expect(toApply(told, changed)).toEqual([
      { kind: 'pool', pool: expect.objectContaining({ name: 'harbour', allowUnauthenticated: false }) },
      { kind: 'roles', roles: untouched.roles },
      { kind: 'tags', tags: untouched.pool.tags },
    ])
  })

  it('counts more of a kind than the text leaves open', async () => {
    const pool = { ...untouched.pool, userPools: [client('web'), client('known'), client('stray')] }
    const { differences } = await compared({ ...untouched, pool })
    expect(differences).toEqual([`user-pool ${LOGIN} web`, `user-pool ${LOGIN} stray`])
  })
})
