import { pathOf, type Rule } from './rule.ts'

const VAGUE_FILE = /^(utils?|helpers?|types|index|common|shared|misc)\.[a-z.]+$/
const VAGUE_FOLDER = /^(utils?|helpers?|features|hooks|services|common|shared)$/
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/

export const fileNamesRule: Rule = {
  meta: { docs: { description: 'A file is named after the one thing it holds, in kebab-case' } },
  create(context) {
    const segments = pathOf(context).split('/')
    const name = segments.pop() ?? ''
    const folder = segments.find((segment) => VAGUE_FOLDER.test(segment))
    return {
      Program(node) {
        if (VAGUE_FILE.test(name)) {
          context.report({ node, message: `"${name}" says nothing: name the file after the one thing it holds.` })
        } else if (!KEBAB_CASE.test(name)) {
          context.report({ node, message: `Rename "${name}" to kebab-case, like delete-identities.ts.` })
        }
        if (folder) {
          context.report({
            node,
            message: `"${folder}/" sorts by kind: put the file in lib/<noun>/, components/ or beside its page.tsx.`,
          })
        }
      },
    }
  },
}
