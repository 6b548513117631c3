import { directives, pathOf, type Node, type Rule } from './rule.ts'

const SAY_EXPORT =
  'Every export of an actions file is a public endpoint: export only `const name = defineAction(…)`; shapes go to schema.ts, logic to a file of its own.'
const SAY_ELSEWHERE =
  "Server actions live in lib/<noun>/actions.ts and are made by defineAction, which checks who calls: move it there and drop 'use server'."

export const actionsFileRule: Rule = {
  meta: { docs: { description: 'actions.ts holds nothing but defineAction(…), and nothing else is an action' } },
  create(context) {
    const path = pathOf(context)
    const isActionsFile = /^lib\/[^/]+\/([a-z-]+-)?actions\.ts$/.test(path)
    if (!isActionsFile) return { ExpressionStatement: reportDirective }
    return {
      Program(node) {
        if (directives(node)[0] === 'use server') return
        context.report({ node, message: "Start actions.ts with 'use server': without it these are plain functions." })
      },
      ExportNamedDeclaration(node) {
        if (!exportsActionsOnly(node)) context.report({ node, message: SAY_EXPORT })
      },
      ExportDefaultDeclaration: (node) => context.report({ node, message: SAY_EXPORT }),
      ExportAllDeclaration: (node) => context.report({ node, message: SAY_EXPORT }),
    }

    function reportDirective(node: Node<'ExpressionStatement'>) {
      if ('directive' in node && node.directive === 'use server') context.report({ node, message: SAY_ELSEWHERE })
    }
  },
}

function exportsActionsOnly({ declaration }: Node<'ExportNamedDeclaration'>) {
  if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') return false
  return declaration.declarations.every(({ init }) => {
    return init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'defineAction'
  })
}
