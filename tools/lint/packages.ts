import { onImports } from './imports.ts'
import { isTest, pathOf, type Rule } from './rule.ts'

interface Restriction {
  package: RegExp
  /** Restricts only these names of the package; all of it when left out. */
  names?: RegExp
  allowed: RegExp
  /** Files that may take its types. */
  typesAllowed?: RegExp
  tests: boolean
  say: string
}

const restrictions: Restriction[] = [
  {
    package: /^@(aws-sdk|smithy)\//,
    allowed: /^lib\/aws\/|^lib\/[^/]+\/([a-z-]+-)?(service|actions)\.ts$|^(e2e|tools)\//,
    typesAllowed: /^lib\/([^/]+\/)+to-[^/]+\.ts$/,
    tests: true,
    say: 'AWS’s names stop at lib/aws, service.ts and actions.ts (and, as types, lib/<noun>/to-….ts): take our own types here, and call an action.',
  },
  {
    package: /^(node:sqlite|pg|pg-.*)$/,
    allowed: /^lib\/(db|emulator)\/|^e2e\/fixtures\/|^tools\//,
    tests: true,
    say: 'Only lib/db and the emulator open a database: take the opened store from lib/db/open.ts.',
  },
  {
    package: /^kysely$/,
    names: /Dialect|Driver|Adapter|Introspector|Migrator/,
    allowed: /^lib\/(db|emulator)\//,
    tests: false,
    say: 'Dialects and migrations belong to lib/db: take the opened store from lib/db/open.ts.',
  },
  {
    package: /^kysely$/,
    allowed: /^lib\//,
    tests: false,
    say: 'Queries against the store live in lib: call an action, or add a function beside the noun in lib/.',
  },
]

export const packagesRule: Rule = {
  meta: { docs: { description: 'The SDK, drivers and the query builder stay in the folders that own them' } },
  create(context) {
    const from = pathOf(context)
    const own = restrictions.filter(({ allowed, tests }) => !allowed.test(from) && !(tests && isTest(from)))
    return onImports(context, ({ node, specifier, names, typeOnly }) => {
      for (const { package: restricted, names: some, typesAllowed, say } of own) {
        if (typeOnly && typesAllowed?.test(from)) continue
        const hit = restricted.test(specifier) && (!some || names.length === 0 || names.some((name) => some.test(name)))
        if (hit) context.report({ node, message: say })
      }
    })
  },
}
