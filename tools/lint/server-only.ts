import { onImports } from './imports.ts'
import { directives, isTest, pathOf, type Rule } from './rule.ts'
import { isServerModule, startsWithServerOnly } from './server-module.ts'

const SERVER_PACKAGES = /^(node:.+|pg|kysely|pino|@aws-sdk\/.+|@smithy\/.+|next\/(headers|server|cache))$/
const PLAIN_NODE = /^lib\/(emulator|start)\//
const BOTH_SIDES = /\/(schema|queries)\.ts$/

export const serverOnlyRule: Rule = {
  meta: { docs: { description: "A lib module that needs the server starts with import 'server-only'" } },
  create(context) {
    const path = pathOf(context)
    if (!path.startsWith('lib/') || isTest(path) || PLAIN_NODE.test(path)) return {}
    const { text, ast } = context.sourceCode
    if (startsWithServerOnly(text) || directives(ast)[0] === 'use server') return {}
    return onImports(context, ({ node, specifier, path: to, typeOnly }) => {
      if (typeOnly || !(SERVER_PACKAGES.test(specifier) || (to && isServerModule(context.cwd, to)))) return
      const message = BOTH_SIDES.test(path)
        ? `schema.ts and queries.ts also run in the browser: reach "${specifier}" through an action instead.`
        : `"${specifier}" needs the server: make import 'server-only' the first line, so that no browser bundle takes this file.`
      context.report({ node, message })
    })
  },
}
