import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = globSync(
  ['lib', 'components', 'app', 'tools'].map((folder) => `${folder}/**/*.test.ts`),
  { cwd: root },
)

/** What a file leaves behind in its modules or its environment would reach the next file of the same worker. */
const leavesTraces = (file: string) => /\bvi\.|process\.env/.test(readFileSync(join(root, file), 'utf8'))

/** What starts and ends other programs, works jobs through, waits out quotas or asks hundreds of acts: for `npm test` alone. */
const LONG: ReadonlySet<string> = new Set([
  'lib/audit/fuzzed.test.ts',
  'lib/audit/tampering.test.ts',
  'lib/aws/hostile.test.ts',
  'lib/code/generated-code.test.ts',
  'lib/emulator/crash.test.ts',
  'lib/erasure/search-person.test.ts',
  'lib/history/log-search.test.ts',
  'lib/jobs/delete-by-filter-job.test.ts',
  'lib/jobs/delete-pool-identities-job.test.ts',
  'lib/jobs/faults.test.ts',
  'lib/jobs/full-disk.test.ts',
  'lib/jobs/killed.test.ts',
  'lib/jobs/list-jobs.test.ts',
  'lib/jobs/model.test.ts',
  'lib/jobs/quota-lease.test.ts',
  'lib/jobs/scan-pool-job.test.ts',
  'lib/jobs/settle.test.ts',
  'lib/jobs/settle-cancelled.test.ts',
  'lib/jobs/want.test.ts',
  'lib/identity-index/index-answers.test.ts',
  'lib/operation/killed.test.ts',
  'lib/operation/looks.test.ts',
  'lib/operation/metrics.test.ts',
  'lib/operation/nobody-in-chain.test.ts',
  'lib/operation/truth.test.ts',
  'lib/people/search-everywhere.test.ts',
  'lib/start/lifeguard.test.ts',
  'lib/start/main.test.ts',
  'lib/start/verify-audit.test.ts',
  'lib/sign-in/hostile-issuer.test.ts',
  'tools/bench/audit-rows.test.ts',
  'tools/deploy-steps.test.ts',
  'tools/soak/frozen-database.test.ts',
  'tools/soak/store-faults.test.ts',
])
const isLong = (file: string) => LONG.has(file.replaceAll('\\', '/'))
const short = files.filter((file) => !isLong(file))

const test = { environment: 'node' as const, testTimeout: 90_000, hookTimeout: 120_000 }

/** Most files share the modules of their worker, which halves the run; the others get a worker each. */
const soakRounds = Number(process.env.LIFEGUARD_SOAK_ROUNDS ?? 0)
// A console that a test starts knows no such setting, and says so.
delete process.env.LIFEGUARD_SOAK_ROUNDS

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: 'server-only', replacement: fileURLToPath(new URL('empty-module.ts', import.meta.url)) },
      // No request comes to a unit test: whoever calls an action there is the local operator.
      { find: /^.*\/actor-of-request\.ts$/, replacement: fileURLToPath(new URL('local-actor.ts', import.meta.url)) },
    ],
  },
  test: {
    globalSetup: ['tools/postgres-server.ts'],
    setupFiles: ['tools/request-scopes.ts'],
    // One more than there are cores: much of the time is spent waiting for programs that tests start.
    maxWorkers: availableParallelism() + 1,
    provide: { soakRounds },
    projects: [
      {
        extends: true,
        test: { ...test, name: 'sharing', isolate: false, include: short.filter((file) => !leavesTraces(file)) },
      },
      { extends: true, test: { ...test, name: 'alone', include: short.filter(leavesTraces) } },
      { extends: true, test: { ...test, name: 'long', include: files.filter(isLong) } },
    ],
  },
})
