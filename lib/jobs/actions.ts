'use server'

import { visibleConnections } from '../auth/visible-connections.ts'
import { defineAction } from '../operation/define-action.ts'
import { readDoneIds } from './done-ids.ts'
import { progressOf, readRates } from './job-progress.ts'
import { readJobRequest } from './job-request.ts'
import { readJob, readJobEvents, readJobPage, readRefusals } from './read-jobs.ts'
import { jobInput, listDoneInput, listJobEventsInput, listJobsInput, listRefusalsInput } from './schema.ts'

/** A page of the jobs that the actor may see, newest first. */
export const listJobs = defineAction({
  name: 'ListJobs',
  effect: 'read',
  permission: 'jobs:read',
  input: listJobsInput,
  run: ({ actor }, { connectionId, pool, cursor }) =>
    readJobPage({
      visible: visibleConnections(actor),
      connectionId: connectionId ?? pool?.connectionId,
      poolId: pool?.poolId,
      cursor,
    }),
})

/** Where a job stands. Errors: `NOT_FOUND`. */
export const describeJob = defineAction({
  name: 'DescribeJob',
  effect: 'read',
  permission: 'jobs:read',
  input: jobInput,
  run: async (_, { jobId, connectionId }) => progressOf(await readJob(jobId, connectionId)),
})

/** What a job was asked to do, and where the audit tells of it. Errors: `NOT_FOUND`. */
export const describeJobRequest = defineAction({
  name: 'DescribeJobRequest',
  effect: 'read',
  permission: 'jobs:read',
  input: jobInput,
  async run(_, { jobId, connectionId }) {
    await readJob(jobId, connectionId)
    return readJobRequest(jobId)
  },
})

/** What of a job is done that the reader has not seen, up to 6,000 ids. Errors: `NOT_FOUND`. */
export const listDoneIds = defineAction({
  name: 'ListDoneIds',
  effect: 'read',
  permission: 'jobs:read',
  input: listDoneInput,
  async run(_, { jobId, connectionId, known }) {
    await readJob(jobId, connectionId)
    return readDoneIds(jobId, known)
  },
})

/** The rate of a job over its time, for a chart. Errors: `NOT_FOUND`. */
export const listJobRates = defineAction({
  name: 'ListJobRates',
  effect: 'read',
  permission: 'jobs:read',
  input: jobInput,
  async run(_, { jobId, connectionId }) {
    await readJob(jobId, connectionId)
    return readRates(jobId)
  },
})

/** What happened to a job, newest first. Errors: `NOT_FOUND`. */
export const listJobEvents = defineAction({
  name: 'ListJobEvents',
  effect: 'read',
  permission: 'jobs:read',
  input: listJobEventsInput,
  async run(_, { jobId, connectionId, cursor }) {
    await readJob(jobId, connectionId)
    return readJobEvents(jobId, cursor)
  },
})

/** What was refused of a job, with the codes. Errors: `NOT_FOUND`. */
export const listRefusals = defineAction({
  name: 'ListRefusals',
  effect: 'read',
  permission: 'jobs:read',
  input: listRefusalsInput,
  async run(_, { jobId, connectionId, cursor }) {
    await readJob(jobId, connectionId)
    return readRefusals(jobId, cursor)
  },
})
