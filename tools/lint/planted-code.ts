import { file, imports, serverImports } from './planted.ts'
import type { Planted } from './planted.ts'

const SDK = '@aws-sdk/client-cognito-identity'
const action = (body: string) =>
  `'use server'\n\nimport { defineAction } from '../operation/define-action.ts'\n\n${body}`

const addNote = "import { addNote } from './actions.ts'\n\n"

export const code: Planted[] = [
  {
    rule: 'house(packages)',
    says: 'AWS’s names stop at lib/aws',
    bad: {
      ...file('app/(console)/sdk.tsx', imports(SDK, 'GetIdCommand')),
      ...file('lib/pools/sdk.ts', serverImports(SDK, 'GetIdCommand')),
      ...file('lib/pools/sdk-type.ts', `export type { IdentityDescription } from '${SDK}'`),
      ...file('lib/pools/to-sdk.ts', serverImports(SDK, 'GetIdCommand')),
    },
    good: {
      ...file('lib/aws/sdk.ts', serverImports(SDK, 'GetIdCommand')),
      ...file('lib/pools/service.ts', serverImports(SDK, 'GetIdCommand')),
      ...file('lib/pools/to-pool.ts', `export type { IdentityDescription } from '${SDK}'`),
      ...file('lib/jobs/service.ts', serverImports(SDK, 'GetIdCommand')),
      ...file('lib/pools/sdk.test.ts', imports(SDK, 'GetIdCommand')),
      ...file('e2e/sdk.ts', imports(SDK, 'GetIdCommand')),
    },
  },
  {
    rule: 'house(packages)',
    says: 'open a database',
    bad: {
      ...file('lib/pools/driver.ts', serverImports('pg', 'Pool')),
      ...file('lib/pools/sqlite.ts', serverImports('node:sqlite', 'DatabaseSync')),
    },
    good: {
      ...file('lib/db/driver.ts', serverImports('pg', 'Pool')),
      ...file('lib/emulator/sqlite.ts', imports('node:sqlite', 'DatabaseSync')),
    },
  },
  {
    rule: 'house(packages)',
    says: 'Dialects and migrations belong to lib/db',
    bad: file('lib/audit/dialect.ts', serverImports('kysely', 'SqliteDialect')),
    good: {
      ...file('lib/db/dialect.ts', serverImports('kysely', 'SqliteDialect')),
      ...file('lib/audit/query.ts', serverImports('kysely', 'sql')),
    },
  },
  {
    rule: 'house(packages)',
    says: 'Queries against the store live in lib',
    bad: file('components/query.tsx', imports('kysely', 'sql')),
    good: file('lib/audit/rows.ts', serverImports('kysely', 'sql')),
  },
  {
    rule: 'house(environment)',
    says: 'Only lib/config reads the environment',
    bad: {
      ...file('lib/pools/environment.ts', 'export const port = process.env.PORT'),
      ...file('lib/pools/environment-quoted.ts', "export const port = process['env']"),
      ...file('lib/pools/environment-global.ts', 'export const port = globalThis.process.env'),
      ...file('lib/pools/environment-taken.ts', 'const { env } = process\n\nexport const port = env'),
      ...file('app/environment.tsx', "import { env } from 'node:process'\n\nexport const port = env"),
    },
    good: {
      ...file('lib/config/read.ts', 'export const port = process.env.PORT'),
      ...file('lib/start/hand-on.ts', 'export const environment = process.env'),
      ...file('lib/pools/process.ts', 'export const here = process.pid'),
    },
  },
  {
    rule: 'house(server-only)',
    says: "make import 'server-only' the first line",
    bad: {
      ...file('lib/pools/reads-files.ts', imports('node:fs', 'readFileSync')),
      ...file('lib/pools/takes-secret.ts', imports('./secret.ts', 'secret')),
      ...file('lib/pools/passes-on.ts', "export { secret } from './secret.ts'"),
    },
    good: {
      ...file('lib/pools/marked.ts', serverImports('./secret.ts', 'secret')),
      ...file('lib/pools/takes-type.ts', "export type { Secret } from './secret.ts'"),
      ...file('lib/start/plain-node.ts', imports('node:fs', 'readFileSync')),
    },
  },
  {
    rule: 'house(server-only)',
    says: 'also run in the browser',
    bad: file('lib/pools/queries.ts', imports('./secret.ts', 'secret')),
    good: file('lib/roles/queries.ts', imports('./actions.ts', 'readPool')),
  },
  {
    rule: 'house(actions-file)',
    says: 'Every export of an actions file is a public endpoint',
    bad: {
      ...file('lib/identities/actions.ts', action("export const helper = () => defineAction({ name: 'x' })")),
      ...file('lib/principal-tags/actions.ts', action('export async function remove() {\n  return defineAction(1)\n}')),
      ...file('lib/code/actions.ts', action('const read = defineAction(1)\n\nexport { read }')),
      ...file('lib/findings/actions.ts', action('export default defineAction(1)')),
      ...file('lib/history/actions.ts', "'use server'\n\nexport * from '../pools/schema.ts'"),
    },
    good: file('lib/roles/actions.ts', action('export const readPool = defineAction(1)')),
  },
  {
    rule: 'house(actions-file)',
    says: "Start actions.ts with 'use server'",
    bad: file(
      'lib/jobs/actions.ts',
      "import 'server-only'\nimport { defineAction } from '../operation/define-action.ts'\n\nexport const read = defineAction(1)",
    ),
    good: file('lib/import/actions.ts', action('export const read = defineAction(1)')),
  },
  {
    rule: 'house(actions-file)',
    says: 'Server actions live in lib/<noun>/actions.ts',
    bad: {
      ...file('app/save.ts', "'use server'\n\nexport const save = 1"),
      ...file('app/inline.tsx', "export async function save() {\n  'use server'\n  await Promise.resolve()\n}"),
    },
    good: file('app/client.tsx', "'use client'\n\nexport const client = 1"),
  },
  {
    rule: 'house(writes)',
    says: 'A write goes out by write(action, input, operationId)',
    bad: {
      ...file('lib/identity-notes/adds.ts', `${addNote}export const added = typeof addNote(1)`),
      ...file(
        'lib/identity-notes/adds-by-another-name.ts',
        "import { addNote as add } from './actions.ts'\n\nexport const addedAnew = typeof add(1)",
      ),
      ...file(
        'lib/identity-notes/adds-from-all.ts',
        "import * as notes from './actions.ts'\n\nexport const addedFromAll = typeof notes.addNote(1)",
      ),
    },
    good: {
      ...file(
        'lib/identity-notes/actions.ts',
        action("export const addNote = defineAction({\n  name: 'AddNote',\n  effect: 'write',\n})"),
      ),
      ...file('lib/identity-notes/hands-on.ts', `${addNote}export const handed = [addNote]`),
      ...file('lib/identity-notes/adds.test.ts', `${addNote}export const added = typeof addNote(1)`),
    },
  },
  {
    rule: 'house(import-paths)',
    says: "with the file's extension",
    bad: file('app/alias.tsx', "export type { PoolName } from '@/lib/pools/schema'"),
    good: file('app/hash.tsx', imports('#lib/pools/schema.ts', 'poolName')),
  },
  {
    rule: 'house(import-paths)',
    says: "Add the file's extension",
    bad: {
      ...file('app/bare.tsx', "export type { PoolName } from '#lib/pools/schema'"),
      ...file('lib/pools/bare.ts', imports('./schema', 'poolName')),
    },
    good: file('lib/pools/full.ts', imports('./schema.ts', 'poolName')),
  },
  {
    rule: 'house(import-paths)',
    says: 'There is no file',
    bad: file('lib/pools/other-extension.ts', "export type { PoolName } from './schema.js'"),
    good: file('lib/pools/same-extension.ts', "export type { PoolName } from './schema.ts'"),
  },
  {
    rule: 'house(file-names)',
    says: 'name the file after the one thing it holds',
    bad: {
      ...file('lib/pools/utils.ts', 'export const a = 1'),
      ...file('lib/pools/types.ts', 'export const a = 1'),
      ...file('components/index.tsx', 'export const a = 1'),
    },
    good: file('lib/pools/pool-tags.ts', 'export const a = 1'),
  },
  {
    rule: 'house(file-names)',
    says: 'to kebab-case',
    bad: file('components/PoolTable.tsx', 'export const a = 1'),
    good: file('components/pool-table.tsx', 'export const a = 1'),
  },
  {
    rule: 'house(file-names)',
    says: 'sorts by kind',
    bad: file('components/hooks/use-pool.ts', 'export const a = 1'),
    good: file('components/use-pool.ts', 'export const a = 1'),
  },
  {
    rule: 'house(test-habits)',
    says: 'No sleeps',
    bad: file(
      'e2e/sleepy.spec.ts',
      'export const sleep = (page: { waitForTimeout(ms: number): void }) => page.waitForTimeout(5)',
    ),
    good: file(
      'e2e/awake.spec.ts',
      'export const read = (page: { getByRole(role: string): void }) => page.getByRole("row")',
    ),
  },
]
