import { floorOf, goesUp, roomOf } from './floor-plan.ts'
import { onImports } from './imports.ts'
import { isTest, pathOf, type Rule } from './rule.ts'

export const floorsRule: Rule = {
  meta: { docs: { description: 'A room of lib imports from the floors below it and from rooms before it on its own' } },
  create(context) {
    const path = pathOf(context)
    const from = roomOf(path)
    if (from === null) return {}
    const unknown = floorOf(from) === null
    return {
      Program(node) {
        if (unknown)
          context.report({ node, message: `lib/${from} is on no floor: name it in tools/lint/floor-plan.ts.` })
      },
      ...onImports(context, ({ node, path: target }) => {
        const to = target === null || isTest(path) ? null : roomOf(target)
        if (to === null || !goesUp(from, to)) return
        const message = `lib/${from} (floor ${floorOf(from)}) imports upwards from lib/${to} (floor ${floorOf(to)}): move what both need to a floor below them, or pass it in.`
        context.report({ node, message })
      }),
    }
  },
}
