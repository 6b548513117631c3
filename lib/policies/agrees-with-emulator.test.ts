import { IAM } from '@aws-sdk/client-iam'
import { afterAll, expect, it } from 'vitest'
import { serveForTest } from '../emulator/serve-for-tests.ts'
import { decideRequest, type ReachRequest } from './decide-request.ts'
import cases from './decided-cases.json' with { type: 'json' }

const served = await serveForTest()
afterAll(served.close)
const iam = new IAM(served.config())
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Federated: 'cognito-identity.amazonaws.com' },
    Action: 'sts:AssumeRoleWithWebIdentity',
  },
})

/** What the simulator is not asked about: session policies, and what depends on keys that nobody knows. */
const asked = cases.filter((one) => !('session' in one) && one.answer.decision !== 'depends')

it.each(asked.map((one, index) => ({ ...one, index })))(
  '$name: the simulator says so too',
  async ({ index, ...one }) => {
    const request: ReachRequest = one
    const RoleName = `Case${index}`
    const limit = request.boundary
      ? await iam.createPolicy({ PolicyName: `${RoleName}Limit`, PolicyDocument: JSON.stringify(request.boundary) })
      : null
    const { Role } = await iam.createRole({
      RoleName,
      AssumeRolePolicyDocument: trust,
      PermissionsBoundary: limit?.Policy?.Arn,
    })
    for (const [place, policy] of request.identity.entries())
      await iam.putRolePolicy({ RoleName, PolicyName: `p${place}`, PolicyDocument: JSON.stringify(policy) })
    const { EvaluationResults = [] } = await iam.simulatePrincipalPolicy({
      PolicySourceArn: Role?.Arn,
      ActionNames: [request.action],
      ResourceArns: [request.resource],
      ContextEntries: Object.entries(request.context ?? {}).map(([ContextKeyName, value]) => ({
        ContextKeyName,
        ContextKeyValues: [value].flat().map(String),
        ContextKeyType: 'stringList',
      })),
    })
    const allowed = EvaluationResults[0]?.EvalDecision === 'allowed'
    expect(allowed ? 'allowed' : 'denied').toBe(decideRequest(request).decision)
  },
)
