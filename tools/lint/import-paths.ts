import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { onImports } from './imports.ts'
import type { Rule } from './rule.ts'

export const importPathsRule: Rule = {
  meta: { docs: { description: 'Imports are relative, #lib/… or #components/…, with the extension of the file' } },
  create(context) {
    return onImports(context, ({ node, specifier, path }) => {
      const say = (message: string) => context.report({ node, message })
      if (/^[@~]\//.test(specifier) || specifier.startsWith('/') || /^#(?!(lib|components)\/)/.test(specifier)) {
        say(`Write "${specifier}" as a relative path, #lib/… or #components/…, with the file's extension.`)
      } else if (path !== null && !/\.[a-z]+$/.test(path)) {
        say(`Add the file's extension to "${specifier}" (.ts or .tsx): Node and the bundler then read the same import.`)
      } else if (path !== null && !existsSync(join(context.cwd, path))) {
        say(`There is no file "${path}": name it with the extension it has on disk.`)
      }
    })
  },
}
