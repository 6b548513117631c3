import 'server-only'
import type { Connection } from '../config/schema.ts'
import { emitted } from '../core/emitted.ts'
import type { Result } from '../core/result.ts'
import { patient } from './patient.ts'

type Waiting = { kind: 'waiting'; until: number }
type Work<T> = (calls: ReturnType<typeof patient>, emit: (answer: T) => void, signal: AbortSignal) => Promise<void>

/** What patient calls of a connection tell, with their waits among it. */
export async function* answersOf<T>(connection: Connection, work: Work<T>): AsyncIterable<Result<T | Waiting>> {
  const answers = emitted<T | Waiting>((emit, signal) => {
    const onWait = (until: number) => emit({ kind: 'waiting', until })
    return work(patient(connection, { signal, onWait }), emit, signal)
  })
  for await (const value of answers) yield { ok: true, value }
}
