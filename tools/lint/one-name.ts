import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isTest, pathOf, type Rule } from './rule.ts'

const EXPORT = /^export (?:async )?(?:abstract )?(?:const|function\*?|class|type|interface|enum) (\w+)/gm
const known = new Map<string, Map<string, string[]>>()

/** The emulator is a world of its own: its operations have the names that actions have. */
const worldOf = (path: string) => (path.startsWith('lib/emulator/') ? 'emulator' : 'console')

/** The files of `lib` that export a name, by the name and the world. */
function exportsOf(root: string): Map<string, string[]> {
  const seen = known.get(root)
  if (seen) return seen
  const found = new Map<string, string[]>()
  for (const path of globSync('lib/**/*.{ts,tsx}', { cwd: root }).map((name) => name.replaceAll('\\', '/'))) {
    if (isTest(path)) continue
    for (const [, name = ''] of readFileSync(join(root, path), 'utf8').matchAll(EXPORT)) {
      const key = `${worldOf(path)} ${name}`
      found.set(key, [...new Set([...(found.get(key) ?? []), path])])
    }
  }
  known.set(root, found)
  return found
}

export const oneNameRule: Rule = {
  meta: { docs: { description: 'No exported name twice in lib' } },
  create(context) {
    const path = pathOf(context)
    if (!path.startsWith('lib/') || isTest(path)) return {}
    return {
      ExportNamedDeclaration(node) {
        for (const name of declaredNames(context.sourceCode.getText(node))) {
          const other = exportsOf(context.cwd)
            .get(`${worldOf(path)} ${name}`)
            ?.find((file) => file !== path)
          if (other)
            context.report({
              node,
              message: `${other} exports "${name}" too: one meaning a word, so name one of them anew.`,
            })
        }
      },
    }
  },
}

const declaredNames = (text: string) => [...text.matchAll(EXPORT)].map(([, name = '']) => name)
