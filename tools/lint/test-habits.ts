import { pathOf, type Rule } from './rule.ts'

const habits: Record<string, string> = {
  waitForTimeout: 'No sleeps: wait for what the operator sees with an expect on a role or a text.',
  getByTestId: 'Locate by role and label: a missing role is a bug of the page.',
  $: 'Locate by role and label: a missing role is a bug of the page.',
  $$: 'Locate by role and label: a missing role is a bug of the page.',
  isVisible: 'isVisible() does not wait: write await expect(locator).toBeVisible().',
  fixme: 'A test that does not run proves nothing: make it pass or delete it.',
  skip: 'A test that does not run proves nothing: make it pass or delete it.',
}

export const testHabitsRule: Rule = {
  meta: { docs: { description: 'Browser tests locate by role, never sleep and are never skipped' } },
  create(context) {
    if (!/^e2e\/(.+\.spec|fixtures\/.+|fixtures)\.ts$/.test(pathOf(context))) return {}
    return {
      CallExpression(node) {
        const { callee } = node
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
        const { name } = callee.property
        const message = Object.hasOwn(habits, name) ? habits[name] : undefined
        if (message) context.report({ node, message })
      },
    }
  },
}
