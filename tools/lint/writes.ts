import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onImports } from './imports.ts'
import { isTest, pathOf, type Rule } from './rule.ts'

const WRITE = /^export const (\w+) = defineAction\(\{\s*name: '\w+',\s*effect: 'write'/gm
const SAY =
  'A write goes out by write(action, input, operationId) of lib/operation/write.ts, so that it is one act and its answer is asked for when it is lost.'

export const writesRule: Rule = {
  meta: { docs: { description: 'A write action is handed on, and called by write() alone' } },
  create(context) {
    if (isTest(pathOf(context))) return {}
    const writes = new Set<string>()
    return {
      ...onImports(context, ({ path, names }) => {
        if (path === null || !/^lib\/[^/]+\/([a-z-]+-)?actions\.ts$/.test(path)) return
        const known = new Set(
          [...readFileSync(join(context.cwd, path), 'utf8').matchAll(WRITE)].map(([, name]) => name),
        )
        for (const name of names) if (known.has(name)) writes.add(name)
      }),
      CallExpression(node) {
        if (node.callee.type === 'Identifier' && writes.has(node.callee.name)) context.report({ node, message: SAY })
      },
    }
  },
}
