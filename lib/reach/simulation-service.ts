import 'server-only'
import { SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam'
import { boundIam } from '../aws/iam-client.ts'
import type { Connection } from '../config/schema.ts'
import { errorShape, type ErrorShape } from '../core/errors.ts'
import { regionOfId } from '../core/limits.ts'
import { canThey } from './can-they.ts'
import type { CanTheyInput } from './schema.ts'
import { sessionFacts } from './session-facts.ts'

/** AWS's own answer to a question, or why there is none. */
export type AwsAnswer =
  | { known: true; decision: 'allowed' | 'denied'; missing: string[]; underCeiling: boolean }
  | { known: false; error: ErrorShape }

/** Asks AWS's simulator about a role itself; Cognito's ceiling for guests is none of its policies, so it is added here. */
export async function askAws(connection: Connection, asked: CanTheyInput): Promise<AwsAnswer> {
  const { pool, role, as, action, resource, identityId, providers, facts } = asked
  const { context } = sessionFacts({ poolId: pool.poolId, guest: as !== 'user', sub: identityId, providers })
  const entries = Object.entries({ ...context, ...facts }).map(([ContextKeyName, values]) => ({
    ContextKeyName,
    ContextKeyValues: [values].flat().map(String),
    ContextKeyType: 'stringList' as const,
  }))
  try {
    const { EvaluationResults = [] } = await boundIam(connection, regionOfId(pool.poolId)).send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: role,
        ActionNames: [action],
        ResourceArns: [resource],
        ContextEntries: entries,
      }),
    )
    const [result] = EvaluationResults
    if (result === undefined) return { known: false, error: noAnswer }
    const allowed = result.EvalDecision === 'allowed' && !isKeptBack(asked)
    return {
      known: true,
      decision: allowed ? 'allowed' : 'denied',
      missing: result.MissingContextValues ?? [],
      underCeiling: as === 'guest',
    }
  } catch (error) {
    return { known: false, error: errorShape(error) }
  }
}

const noAnswer: ErrorShape = {
  code: 'UNAVAILABLE',
  message: 'It told nothing of this action.',
  hint: 'Ask again, or ask the simulator of IAM itself.',
}

const allowsAll = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } })
const whole = { name: '', arn: null, version: null, document: allowsAll }

const isKeptBack = (asked: CanTheyInput): boolean =>
  canThey({ policies: [whole], boundary: null }, asked).decision === 'denied'
