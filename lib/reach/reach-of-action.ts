import type { ContextOf } from '../policies/context.ts'
import { layersOf, namesAction, type Layer, type Layers } from '../policies/decide.ts'
import { meetsCondition } from '../policies/meets-condition.ts'
import type { PolicyStatement } from '../policies/policy.ts'
import { all, type Truth } from '../policies/truth.ts'
import { narrowest, widest, type Width } from './access-level.ts'
import { keyHead, type KnownAction } from './known-action.ts'
import { askedOnce } from './asked-once.ts'
import { coversAll, overlaps } from './overlap.ts'
import { conditionsHoldOwn, deniesOthers, namesOwn } from './own-data.ts'

/** Where a statement stands: the layer, its policy and its place there, from 0. */
export type StatementPlace = { layer: Layer; policy: number; place: number }

/** How wide a role reaches with an action, at most. `certain`: without a condition that may fail. */
export type ActionReach = { width: Width; certain: boolean; by: StatementPlace[] }

/** A statement and where it stands. */
type Placed = { statement: PolicyStatement; at: StatementPlace }

/** The actions of a service, the statements of each layer about it, made for this question, and whose session it is. */
type Asked = { actions: readonly KnownAction[]; layers: readonly (readonly Placed[])[]; session: ContextOf }

type Granted = { width: Width; certain: boolean; at: StatementPlace }

/** What an action reaches through all layers, or null when it is denied on every resource. */
export function reachOfAction(known: KnownAction, { actions, layers, session }: Asked): ActionReach | null {
  const granted: Granted[][] = []
  const limits: { width: Width | null; at: StatementPlace }[] = []
  for (const statements of layers) {
    const own: Granted[] = []
    for (const { statement, at } of statements) {
      if (!namedAmong(statement, actions).has(known.action)) continue
      const { met, own: holdsOwn } = meets(statement, known, session)
      if (met === false) continue
      if (statement.effect === 'Allow') grant(own, { statement, at }, known, { met, own: holdsOwn })
      else limits.push({ width: leaves(statement, known, met), at })
    }
    granted.push(own)
  }
  if (granted.some((own) => own.length === 0) || limits.some(({ width }) => width === null)) return null
  const layered = granted.map((own) => widest(own.map(({ width }) => width)) ?? 'all')
  const width = narrowest([...layered, ...limits.flatMap(({ width: left }) => left ?? [])]) ?? 'all'
  const certain = granted.every((own) =>
    own.some((one) => one.certain && one.width === widest(own.map((any) => any.width))),
  )
  return { width, certain, by: [...granted.flat(), ...limits].map(({ at }) => at) }
}

/** Which of some actions a statement names; those of a service are compared with a pattern once, whoever has it. */
const namedAmong = askedOnce((statement: PolicyStatement, actions: readonly KnownAction[]): ReadonlySet<string> => {
  const { not, names } = statement.actions
  const named = new Set(names.flatMap((pattern) => fitting(actions, pattern)))
  return not ? new Set(actions.map(({ action }) => action).filter((action) => !named.has(action))) : named
})

const fitting = askedOnce((actions: readonly KnownAction[], pattern: string): string[] =>
  actions.map(({ action }) => action).filter((action) => namesAction({ not: false, names: [pattern] }, action)),
)

/** A key of the action's own service that AWS's table does not give it is absent. */
const knowingKeys =
  ({ service, keys }: KnownAction, session: ContextOf): ContextOf =>
  (key) =>
    key.toLowerCase().startsWith(`${service}:`) && !keys.includes(keyHead(key)) ? 'absent' : session(key)

/** The statements of each layer that there is, with their places. */
export const placedIn = (layers: Layers): Placed[][] =>
  layersOf(layers).map(([layer, policies]) =>
    policies.flatMap((statements, policy) =>
      statements.map((statement) => ({ statement, at: { layer, policy, place: statement.place } })),
    ),
  )

type Met = { met: Truth; own: boolean }

/** Whether a statement's conditions hold for an action, and to one's own data; asked once for actions with the same keys. */
function meets(statement: PolicyStatement, known: KnownAction, session: ContextOf): Met {
  const answers = conditions.get(statement) ?? new Map<readonly string[], Met>()
  conditions.set(statement, answers)
  const before = answers.get(known.keys)
  if (before) return before
  const asked = { contextOf: knowingKeys(known, session), variables: statement.variables }
  const met = all(statement.conditions.map((condition) => meetsCondition(condition, asked)))
  const answer = { met, own: conditionsHoldOwn(statement, known.keys) }
  answers.set(known.keys, answer)
  return answer
}

const conditions = new WeakMap<PolicyStatement, Map<readonly string[], Met>>()

/** Adds what a statement that holds gives. */
function grant(granted: Granted[], { statement, at }: Placed, known: KnownAction, { met, own }: Met): void {
  const width = widthOf(statement, known.resources)
  if (width !== null) granted.push({ width: own ? 'own' : width, certain: met === true || own, at })
}

const widthOf = askedOnce((statement: PolicyStatement, resources: readonly string[]): Width | null => {
  const { not, names } = statement.resources
  if (not) return names.includes('*') ? null : 'all'
  if (resources.length === 0) return names.includes('*') ? 'all' : null
  const named = names.filter((pattern) => resources.some((template) => overlaps(pattern, template)))
  return widest(
    named.map((pattern) => {
      if (namesOwn(pattern, statement)) return 'own'
      return resources.some((template) => coversAll(pattern, template)) ? 'all' : 'some'
    }),
  )
})

/** What a denial leaves at most; null when that is nothing. */
function leaves({ resources, ...statement }: PolicyStatement, known: KnownAction, met: Truth): Width | null {
  const { not, names } = resources
  if (met === true && not) return names.every((pattern) => namesOwn(pattern, statement)) ? 'own' : 'some'
  const everywhere = !not && (names.includes('*') || coverEach(names, known))
  if (met === true && everywhere) return null
  return everywhere && deniesOthers({ ...statement, resources }, known.keys) ? 'own' : 'all'
}

const coverEach = (names: readonly string[], { resources }: KnownAction): boolean =>
  resources.length > 0 &&
  resources.every((template) => names.some((pattern) => wholeArn(pattern) && coversAll(pattern, template)))

/** Whether a pattern leaves out neither Regions nor accounts. */
const wholeArn = (pattern: string): boolean => /^arn:[^:]*:[^:]+:\*?:\*?:/.test(pattern)
