import { namesResource } from './arn-pattern.ts'
import type { Comparing } from './comparisons.ts'
import { contextFrom, type KnownKeys } from './context.ts'
import { meetsCondition } from './meets-condition.ts'
import { like } from './pattern.ts'
import type { Listed, PolicyStatement } from './policy.ts'
import { all, any, distinctKeys, not, type Truth } from './truth.ts'

/** The statements of the policies that decide for a role; of the boundary and the sessions null where there are none. */
export type Layers = {
  identity: readonly (readonly PolicyStatement[])[]
  boundary: readonly PolicyStatement[] | null
  /** What they allow adds up. */
  session: readonly (readonly PolicyStatement[])[] | null
}
export type Layer = keyof Layers

export type PolicyQuestion = KnownKeys & { action: string; resource: string }

/** A statement that decides, or that may. `policy` counts the layer's policies from 0. */
export type Deciding = { layer: Layer; policy: number; statement: PolicyStatement; certain: boolean }

export type Decision = {
  decision: 'allowed' | 'denied' | 'depends'
  /** The keys on which it depends, each once. */
  on: string[]
  by: Deciding[]
  /** The layers without a statement that allows it. */
  lacking: Layer[]
}

type Judged = Omit<Deciding, 'certain'> & { truth: Truth }

/**
 * Whether a role may do an action on a resource, by IAM's rules: an explicit deny wins, and identity policies, boundary
 * and session policies must each allow it. It depends on every condition key that is neither known nor known to be absent.
 */
export function decide(layers: Layers, question: PolicyQuestion): Decision {
  const contextOf = contextFrom(question)
  const judged = layersOf(layers).map(([layer, policies]) => ({
    layer,
    statements: policies.flatMap((statements, policy) =>
      statements.flatMap((statement): Judged[] => {
        const truth = applies(statement, question, { contextOf, variables: statement.variables })
        return truth === false ? [] : [{ layer, policy, statement, truth }]
      }),
    ),
  }))
  const every = judged.flatMap(({ statements }) => statements)
  const denying = every.filter(({ statement }) => statement.effect === 'Deny')
  const denied = any(denying.map(({ truth }) => truth))
  if (denied === true) return answer('denied', [], denying.filter(isCertain))
  const allowing = judged.map(({ layer, statements }) => {
    const own = statements.filter(({ statement }) => statement.effect === 'Allow')
    return { layer, own, truth: any(own.map(({ truth }) => truth)) }
  })
  const lacking = allowing.filter(({ truth }) => truth === false).map(({ layer }) => layer)
  if (lacking.length > 0) return { ...answer('denied', [], []), lacking }
  const allowed = all(allowing.map(({ truth }) => truth))
  const deciding = allowing.flatMap(({ own, truth }) => (truth === true ? own.filter(isCertain) : own))
  if (allowed === true && denied === false) return answer('allowed', [], deciding)
  return answer('depends', [...keysOf(denied), ...keysOf(allowed)], [...denying, ...deciding])
}

/** The policies of each layer that there is. */
export const layersOf = ({
  identity,
  boundary,
  session,
}: Layers): [Layer, readonly (readonly PolicyStatement[])[]][] => [
  ['identity', identity],
  ...(boundary ? [['boundary', [boundary]] satisfies [Layer, unknown]] : []),
  ...(session ? [['session', session] satisfies [Layer, unknown]] : []),
]

const isCertain = ({ truth }: Judged): boolean => truth === true
const keysOf = (truth: Truth): readonly string[] => (typeof truth === 'boolean' ? [] : truth)

const answer = (decision: Decision['decision'], on: string[], by: Judged[]): Decision => ({
  decision,
  on: distinctKeys(on),
  by: by.map(({ truth, ...deciding }) => ({ ...deciding, certain: truth === true })),
  lacking: [],
})

/** Whether a statement is about an action on a resource in a request. */
function applies(statement: PolicyStatement, { action, resource }: PolicyQuestion, comparing: Comparing): Truth {
  if (!namesAction(statement.actions, action)) return false
  const named = any(statement.resources.names.map((pattern) => namesResource(pattern, resource, comparing)))
  return all([
    statement.resources.not ? not(named) : named,
    ...statement.conditions.map((condition) => meetsCondition(condition, comparing)),
  ])
}

/** Whether a statement's actions have one among them, alike in any case of letters. */
export const namesAction = ({ not: but, names }: Listed, action: string): boolean =>
  names.some((pattern) => like(pattern.toLowerCase(), action.toLowerCase())) !== but
