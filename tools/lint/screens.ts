import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { onImports } from './imports.ts'
import { pathOf, type Rule } from './rule.ts'

const SCREEN_FILES = ['page.tsx', 'layout.tsx', 'route.ts']

/** The nearest folder at or above a file of app/ that is a screen of its own. */
function screenOf(root: string, path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/'))
  const isScreen = SCREEN_FILES.some((name) => existsSync(join(root, folder, name)))
  return isScreen || !folder.includes('/') ? folder : screenOf(root, folder)
}

export const screensRule: Rule = {
  meta: { docs: { description: 'One screen never imports another' } },
  create(context) {
    const from = pathOf(context)
    if (!from.startsWith('app/')) return {}
    const screen = `${screenOf(context.cwd, from)}/`
    return onImports(context, ({ node, path }) => {
      if (!path?.startsWith('app/')) return
      const other = screenOf(context.cwd, path)
      if (screen.startsWith(`${other}/`)) return
      context.report({
        node,
        message: `This belongs to another screen (${other}): move what several screens use into components/ or lib/<noun>/.`,
      })
    })
  },
}
