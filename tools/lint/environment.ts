import { pathOf, type Node, type Rule } from './rule.ts'

const READERS =
  /^lib\/(config|start)\/|^lib\/emulator\/main\.ts$|^(e2e|tools)\/|^next\.config\.js$|^instrumentation\.ts$/
const SAY = 'Only lib/config reads the environment: add the variable to its schema and take the value from config.'

export const environmentRule: Rule = {
  meta: { docs: { description: 'The environment is read in lib/config' } },
  create(context) {
    if (READERS.test(pathOf(context))) return {}
    return {
      MemberExpression(node) {
        if (isProcess(node.object) && nameOf(node.property) === 'env') context.report({ node, message: SAY })
      },
      VariableDeclarator(node) {
        if (node.init && isProcess(node.init) && node.id.type === 'ObjectPattern') {
          const takesEnv = node.id.properties.some(
            (property) => property.type === 'Property' && nameOf(property.key) === 'env',
          )
          if (takesEnv) context.report({ node, message: SAY })
        }
      },
      ImportSpecifier(node) {
        const source = node.parent.type === 'ImportDeclaration' ? node.parent.source.value : ''
        if (/^(node:)?process$/.test(source) && nameOf(node.imported) === 'env') context.report({ node, message: SAY })
      },
    }
  },
}

function isProcess(node: Node<'MemberExpression'>['object']): boolean {
  if (node.type === 'Identifier') return node.name === 'process'
  if (node.type === 'MetaProperty') return node.meta.name === 'import'
  return node.type === 'MemberExpression' && nameOf(node.property) === 'process'
}

function nameOf(node: { type: string }) {
  if (node.type === 'Identifier' && 'name' in node) return node.name
  return node.type === 'Literal' && 'value' in node ? node.value : null
}
