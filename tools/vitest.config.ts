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
  'lib/access-test/judged-logins.test.ts',
  'lib/access-test/run-test.test.ts',
  'lib/audit/erase-personal.test.ts',
  'lib/audit/erased-traces.test.ts',
  'lib/audit/fuzzed.test.ts',
  'lib/audit/older-entries.test.ts',
  'lib/audit/record.test.ts',
  'lib/audit/remove-old.test.ts',
  'lib/audit/stream-entries.test.ts',
  'lib/audit/tampering.test.ts',
  'lib/auth/access-tokens.test.ts',
  'lib/auth/sessions.test.ts',
  'lib/aws/hostile.test.ts',
  'lib/aws/rate.test.ts',
  'lib/code/generated-code.test.ts',
  'lib/code/sent-commands.test.ts',
  'lib/code/to-aws-cli.test.ts',
  'lib/core/seen-parts.test.ts',
  'lib/db/lock.test.ts',
  'lib/db/migrate.test.ts',
  'lib/db/prepare-store.test.ts',
  'lib/db/read-store.test.ts',
  'lib/developer-identities/actions.test.ts',
  'lib/developer-identities/unite-actions.test.ts',
  'lib/drift/note-reading.test.ts',
  'lib/drift/note-write.test.ts',
  'lib/emulator/crash.test.ts',
  'lib/emulator/iam/clients.test.ts',
  'lib/emulator/iam/kept.test.ts',
  'lib/emulator/main.test.ts',
  'lib/emulator/operations/identities.test.ts',
  'lib/emulator/rules/constraints.test.ts',
  'lib/emulator/rules/sign-in.test.ts',
  'lib/emulator/server/clients.test.ts',
  'lib/emulator/server/fuzz.test.ts',
  'lib/emulator/state/upgrade.test.ts',
  'lib/erasure/erase-identities.test.ts',
  'lib/erasure/erase-person.test.ts',
  'lib/erasure/run-erasure.test.ts',
  'lib/erasure/search-person.test.ts',
  'lib/facts/replace.test.ts',
  'lib/findings/demo-world.test.ts',
  'lib/findings/drift.test.ts',
  'lib/findings/suppressions.test.ts',
  'lib/history/count-operations.test.ts',
  'lib/history/log-search.test.ts',
  'lib/history/read-entries.test.ts',
  'lib/history/runs.test.ts',
  'lib/identities/delete-identities.test.ts',
  'lib/identity-index/actions.test.ts',
  'lib/identity-index/index-answers.test.ts',
  'lib/identity-index/index-file.test.ts',
  'lib/identity-index/scans.test.ts',
  'lib/identity-map/kept-maps.test.ts',
  'lib/identity-notes/kept-notes.test.ts',
  'lib/import/every-setting.test.ts',
  'lib/import/growth.test.ts',
  'lib/jobs/actions.test.ts',
  'lib/jobs/approve.test.ts',
  'lib/jobs/attempts.test.ts',
  'lib/jobs/delete-by-filter-job.test.ts',
  'lib/jobs/delete-identities-job.test.ts',
  'lib/jobs/delete-pool-identities-job.test.ts',
  'lib/jobs/drafts.test.ts',
  'lib/jobs/faults.test.ts',
  'lib/jobs/full-disk.test.ts',
  'lib/jobs/job-stream.test.ts',
  'lib/jobs/killed.test.ts',
  'lib/jobs/lease-session.test.ts',
  'lib/jobs/list-jobs.test.ts',
  'lib/jobs/lost-lease.test.ts',
  'lib/jobs/model.test.ts',
  'lib/jobs/quota-lease.test.ts',
  'lib/jobs/require-members.test.ts',
  'lib/jobs/runner.test.ts',
  'lib/jobs/scan-pool-job.test.ts',
  'lib/jobs/settle-cancelled.test.ts',
  'lib/jobs/settle.test.ts',
  'lib/jobs/start-scan.test.ts',
  'lib/jobs/want.test.ts',
  'lib/operation/killed.test.ts',
  'lib/operation/looks.test.ts',
  'lib/operation/metrics.test.ts',
  'lib/operation/nobody-in-chain.test.ts',
  'lib/operation/note-look.test.ts',
  'lib/operation/odd-texts.test.ts',
  'lib/operation/once.test.ts',
  'lib/operation/own-acts.test.ts',
  'lib/operation/truth.test.ts',
  'lib/operation/while-signed-in.test.ts',
  'lib/pasted/read-pasted.test.ts',
  'lib/pasted/token-parts.test.ts',
  'lib/people/search-everywhere.test.ts',
  'lib/policies/decide.property.test.ts',
  'lib/policies/resources.test.ts',
  'lib/pool-creation/make-pool.test.ts',
  'lib/pools/whole-pool.test.ts',
  'lib/reach/actions.test.ts',
  'lib/reach/faults-of.test.ts',
  'lib/retention/keep-lists.test.ts',
  'lib/retention/model.test.ts',
  'lib/retention/step-run.test.ts',
  'lib/retention/tick.test.ts',
  'lib/roles/agreement.test.ts',
  'lib/roles/save-roles.test.ts',
  'lib/sign-in/hostile-issuer.test.ts',
  'lib/sign-in/killed.test.ts',
  'lib/start/lifeguard.test.ts',
  'lib/start/reach-command.test.ts',
  'lib/start/main.test.ts',
  'lib/start/register.test.ts',
  'lib/start/verify-audit.test.ts',
  'lib/webhook/send-messages.test.ts',
  'tools/backup.test.ts',
  'tools/bench/audit-rows.test.ts',
  'tools/deploy-steps.test.ts',
  'tools/soak/frozen-database.test.ts',
  'tools/soak/store-faults.test.ts',
  'tools/soak/terraform-plans.test.ts',
  'lib/import/terraform-acceptance.test.ts',
  'lib/emulator/server/terraform.test.ts',
])
const isLong = (file: string) => LONG.has(file.replaceAll('\\', '/'))
const long = files.filter(isLong)
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
      {
        extends: true,
        test: { ...test, name: 'long', isolate: false, include: long.filter((file) => !leavesTraces(file)) },
      },
      { extends: true, test: { ...test, name: 'long, alone', include: long.filter(leavesTraces) } },
    ],
  },
})
