import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onImports } from './imports.ts'
import { isTest, pathOf, type Node, type Rule } from './rule.ts'

const WRITE = /^export const (\w+) = defineAction\(\{[^}]*?\beffect: 'write'/gm
const SAY =
  'A write goes out by write(action, input, operationId) of lib/operation/write.ts, so that it is one act and its answer is asked for when it is lost.'

export const writesRule: Rule = {
  meta: { docs: { description: 'A write action is handed on, and called by write() alone' } },
  create(context) {
    if (isTest(pathOf(context))) return {}
    const writes = new Set<string>()
    const add = (called: string | null) => called !== null && writes.add(called)
    return {
      ...onImports(context, ({ node, path }) => {
        if (node.type !== 'ImportDeclaration' || path === null || !/^lib\/[^/]+\/([a-z-]+-)?actions\.ts$/.test(path))
          return
        const known = [...readFileSync(join(context.cwd, path), 'utf8').matchAll(WRITE)].map(([, name = '']) => name)
        for (const specifier of node.specifiers) for (const name of known) add(calledAs(specifier, name))
      }),
      CallExpression(node) {
        if (writes.has(context.sourceCode.getText(node.callee))) context.report({ node, message: SAY })
      },
    }
  },
}

/** How a file calls what another exports under a name, or null when it does not import it so. */
function calledAs(specifier: Node<'ImportDeclaration'>['specifiers'][number], name: string): string | null {
  const { local } = specifier
  if (specifier.type === 'ImportNamespaceSpecifier') return `${local.name}.${name}`
  if (specifier.type !== 'ImportSpecifier') return null
  const { imported } = specifier
  return (imported.type === 'Identifier' ? imported.name : imported.value) === name ? local.name : null
}
