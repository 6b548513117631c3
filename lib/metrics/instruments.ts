import 'server-only'
import { Counter, Histogram } from '@prometheus-io/client'
import { registry } from './registry.ts'

/** Seconds, up to the budget of a call and the longest act. */
const ACT_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const STORE_BUCKETS = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10]

const create = () => {
  const registers = [registry()]
  return {
    actions: new Histogram({
      name: 'lifeguard_action_duration_seconds',
      help: 'What people and programs asked of the console, by how it ended: succeeded, or the code of its error.',
      labelNames: ['operation', 'outcome'],
      buckets: ACT_BUCKETS,
      registers,
    }),
    calls: new Histogram({
      name: 'lifeguard_aws_call_duration_seconds',
      help: 'Calls of Cognito, IAM and STS, by how they ended: answered, or the code of their error.',
      labelNames: ['operation', 'outcome'],
      buckets: ACT_BUCKETS,
      registers,
    }),
    throttles: new Counter({
      name: 'lifeguard_aws_throttles_total',
      help: 'Calls that AWS refused since they came too fast.',
      labelNames: ['connection', 'operation'],
      registers,
    }),
    auditFailures: new Counter({
      name: 'lifeguard_audit_write_failures_total',
      help: 'Entries that could not be written to the audit log.',
      registers,
    }),
    statements: new Histogram({
      name: 'lifeguard_store_statement_duration_seconds',
      help: 'Statements of the store, by whether they succeeded.',
      labelNames: ['outcome'],
      buckets: STORE_BUCKETS,
      registers,
    }),
  }
}

const shared = globalThis as typeof globalThis & { lifeguardInstruments?: ReturnType<typeof create> }
const instruments = () => (shared.lifeguardInstruments ??= create())

/** Seconds since a moment of `performance.now()`. */
const since = (began: number): number => (performance.now() - began) / 1_000

/** `began`: a moment of `performance.now()`. */
export const countAction = (operation: string, outcome: string, began: number): void =>
  instruments().actions.observe({ operation, outcome }, since(began))

export function countCall(call: { connection: string; operation: string; outcome: string; began: number }): void {
  const { connection, operation, outcome, began } = call
  instruments().calls.observe({ operation, outcome }, since(began))
  if (outcome === 'THROTTLED') instruments().throttles.inc({ connection, operation })
}

export const countAuditFailure = (): void => instruments().auditFailures.inc()

export const countStatement = (outcome: 'succeeded' | 'failed', ms: number): void =>
  instruments().statements.observe({ outcome }, ms / 1_000)
