import 'server-only'
import { store, type Db } from '../db/open.ts'
import { kindNamed } from './kinds.ts'

/** What a job was asked to do. `parameters`: of its kind. `auditId`: an operation of its run in the audit, once there is one. */
export type JobRequest = { parameters: Record<string, unknown>; auditId: string | null }

/** What a job was asked to do, and where the audit tells of it. Errors: when there is no such job. */
export async function readJobRequest(jobId: string, db: Db = store()): Promise<JobRequest> {
  const { kind, parameters } = await db
    .selectFrom('job')
    .select(['kind', 'parameters'])
    .where('job_id', '=', jobId)
    .executeTakeFirstOrThrow()
  const first = await db
    .selectFrom('audit_entry')
    .select('operation_id')
    .where('run_id', '=', jobId)
    .where('operation', '=', kindNamed(kind)?.operation ?? '')
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst()
  return { parameters: JSON.parse(parameters) as Record<string, unknown>, auditId: first?.operation_id ?? null }
}
