import { actionsFileRule } from './actions-file.ts'
import { boundariesRule } from './boundaries.ts'
import { environmentRule } from './environment.ts'
import { fileNamesRule } from './file-names.ts'
import { floorsRule } from './floors.ts'
import { importPathsRule } from './import-paths.ts'
import { oneNameRule } from './one-name.ts'
import { packagesRule } from './packages.ts'
import type { Rule } from './rule.ts'
import { screensRule } from './screens.ts'
import { serverOnlyRule } from './server-only.ts'
import { testHabitsRule } from './test-habits.ts'
import { writesRule } from './writes.ts'

const rules: Record<string, Rule> = {
  'actions-file': actionsFileRule,
  boundaries: boundariesRule,
  environment: environmentRule,
  'file-names': fileNamesRule,
  floors: floorsRule,
  'import-paths': importPathsRule,
  'one-name': oneNameRule,
  packages: packagesRule,
  screens: screensRule,
  'server-only': serverOnlyRule,
  'test-habits': testHabitsRule,
  writes: writesRule,
}

export default { meta: { name: 'house' }, rules }
