import { file, imports } from './planted.ts'
import type { Planted } from './planted.ts'

/** Files that the planted ones import; none of them breaks a rule. */
export const surroundings: Record<string, string> = {
  'app/(console)/layout.tsx': 'export const layout = 1\n',
  'app/(console)/pools/page.tsx': 'export const page = 1\n',
  'app/(console)/pools/pool-table.tsx': 'export const table = 1\n',
  'app/(console)/pools/create-pool/create-pool.tsx': 'export const createPool = 1\n',
  'app/(console)/jobs/page.tsx': 'export const page = 1\n',
  'app/(console)/pools/[poolId]/page.tsx': 'export const page = 1\n',
  'components/copy-button.tsx': 'export const copyButton = 1\n',
  'components/ui/button.tsx': 'export const button = 1\n',
  'lib/operation/define-action.ts': "import 'server-only'\n\nexport const defineAction = <T>(action: T) => action\n",
  'lib/pools/schema.ts': 'export const poolName = 1\nexport type PoolName = number\n',
  'lib/pools/secret.ts': "import 'server-only'\n\nexport const secret = 1\nexport type Secret = number\n",
  'lib/core/text.ts': 'export const text = 1\n',
  'lib/identities/identity.ts': 'export const identity = 1\n',
  'lib/roles/role.ts': 'export const role = 1\n',
  'lib/emulator/server/handler.ts': 'export const handler = 1\n',
  'lib/pools/world-for-tests.ts': "export { handler } from '../emulator/server/handler.ts'\n",
  'lib/start/register.ts': 'export const start = 1\n',
  'e2e/fixtures.ts': 'export const fixture = 1\n',
  'tools/step.ts': 'export const step = 1\n',
}

export const boundaries: Planted[] = [
  {
    rule: 'house(boundaries)',
    says: 'Nothing imports upwards',
    bad: {
      ...file('lib/up-to-app.ts', imports('../app/(console)/pools/pool-table.tsx', 'table')),
      ...file('lib/up-by-name.ts', imports('#components/copy-button.tsx', 'copyButton')),
      ...file('lib/up-to-component.ts', imports('../components/copy-button.tsx', 'copyButton')),
      ...file('components/up-to-app.tsx', imports('../app/(console)/pools/pool-table.tsx', 'table')),
      ...file('components/up-again.tsx', "export { table } from '../app/(console)/pools/pool-table.tsx'"),
      ...file('components/up-later.tsx', "export const load = () => import('../app/(console)/pools/pool-table.tsx')"),
    },
    good: {
      ...file('app/(console)/pools/down.tsx', imports('../../../components/copy-button.tsx', 'copyButton')),
      ...file('app/(console)/pools/by-name.tsx', imports('#components/copy-button.tsx', 'copyButton')),
      ...file('components/down.tsx', imports('./ui/button.tsx', 'button')),
      ...file('components/to-lib.tsx', imports('#lib/pools/schema.ts', 'poolName')),
    },
  },
  {
    rule: 'house(boundaries)',
    says: 'components/ui knows no domain words',
    bad: file('components/ui/domain.tsx', imports('#lib/pools/schema.ts', 'poolName')),
    good: file('components/ui/plain.tsx', imports('./button.tsx', 'button')),
  },
  {
    rule: 'house(boundaries)',
    says: 'This is a server module',
    bad: {
      ...file('app/(console)/pools/server.tsx', imports('#lib/pools/secret.ts', 'secret')),
      ...file('components/server.tsx', imports('../lib/pools/secret.ts', 'secret')),
    },
    good: {
      ...file('app/api/health/route.ts', imports('#lib/pools/secret.ts', 'secret')),
      ...file('components/type-of-server.tsx', "export type { Secret } from '#lib/pools/secret.ts'"),
    },
  },
  {
    rule: 'house(boundaries)',
    says: 'The emulator knows nothing of the console',
    bad: file('lib/emulator/from-console.ts', imports('../pools/schema.ts', 'poolName')),
    good: file('lib/emulator/from-itself.ts', imports('./server/handler.ts', 'handler')),
  },
  {
    rule: 'house(boundaries)',
    says: 'The emulator is AWS to everyone',
    bad: file('lib/pools/direct.ts', imports('../emulator/server/handler.ts', 'handler')),
    good: file('lib/pools/direct.test.ts', imports('../emulator/server/handler.ts', 'handler')),
  },
  {
    rule: 'house(boundaries)',
    says: 'Only tests import tests',
    bad: file('lib/pools/uses-test.ts', imports('./world-for-tests.ts', 'handler')),
    good: file('lib/pools/uses-test.test.ts', imports('./world-for-tests.ts', 'handler')),
  },
  {
    rule: 'house(boundaries)',
    says: 'lib/start runs before the server',
    bad: file('lib/early.ts', imports('./start/register.ts', 'start')),
    good: file('instrumentation.ts', imports('./lib/start/register.ts', 'start')),
  },
  {
    rule: 'house(boundaries)',
    says: 'Browser tests see what operators see',
    bad: {
      ...file('e2e/inside.spec.ts', imports('../lib/pools/schema.ts', 'poolName')),
      ...file('e2e/inside-app.spec.ts', imports('../components/copy-button.tsx', 'copyButton')),
    },
    good: file('e2e/outside.spec.ts', imports('./fixtures.ts', 'fixture')),
  },
  {
    rule: 'house(boundaries)',
    says: 'Tools measure',
    bad: file('tools/bench/inside.ts', imports('../../components/copy-button.tsx', 'copyButton')),
    good: file('tools/bench/module.ts', imports('../../lib/pools/schema.ts', 'poolName')),
  },
  {
    rule: 'house(boundaries)',
    says: 'The product imports nothing from its browser tests',
    bad: {
      ...file('lib/pools/from-tests.ts', imports('../../e2e/fixtures.ts', 'fixture')),
      ...file('lib/pools/from-tools.ts', imports('../../tools/step.ts', 'step')),
    },
    good: file('lib/pools/from-lib.ts', imports('./schema.ts', 'poolName')),
  },
  {
    rule: 'house(screens)',
    says: 'belongs to another screen (app/(console)/pools)',
    bad: {
      ...file('app/(console)/jobs/other-section.tsx', imports('../pools/pool-table.tsx', 'table')),
      ...file('app/(console)/from-above.tsx', imports('./pools/create-pool/create-pool.tsx', 'createPool')),
    },
    good: {
      ...file('app/(console)/pools/own.tsx', imports('./create-pool/create-pool.tsx', 'createPool')),
      ...file('app/(console)/pools/[poolId]/from-parent.tsx', imports('../pool-table.tsx', 'table')),
    },
  },
  {
    rule: 'house(floors)',
    says: 'imports upwards',
    bad: {
      ...file('lib/core/up.ts', imports('../pools/schema.ts', 'poolName')),
      ...file('lib/aws/type-up.ts', "export type { PoolName } from '../pools/schema.ts'"),
      ...file('lib/identities/sideways.ts', imports('../roles/role.ts', 'role')),
    },
    good: {
      ...file('lib/pools/down.ts', imports('../core/text.ts', 'text')),
      ...file('lib/roles/before.ts', imports('../identities/identity.ts', 'identity')),
      ...file('lib/core/any-room.test.ts', imports('../pools/schema.ts', 'poolName')),
    },
  },
  {
    rule: 'house(floors)',
    says: 'is on no floor',
    bad: file('lib/attic/box.ts', 'export const box = 1'),
    good: file('lib/pools/box.ts', 'export const box = 1'),
  },
  {
    rule: 'house(one-name)',
    says: 'exports "twice" too',
    bad: {
      ...file('lib/pools/twice.ts', 'export const twice = 1'),
      ...file('lib/roles/twice.ts', 'export function twice() {\n  return 2\n}'),
    },
    good: {
      ...file('lib/emulator/operations/once.ts', 'export const once = 1'),
      ...file('lib/pools/once.ts', 'export const once = 1'),
    },
  },
]
