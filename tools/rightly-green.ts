const SERVED = 'it reads what came with the document, before the browser makes any call'
const WITHIN = 'it is about links and the focus of a page, not about what the page reads'

/** Tests that stay green although a call of theirs is cut, by file and title, and why that is right. */
export const rightlyGreen: Record<string, string> = {
  'delete-identities.spec.ts › a viewer is told why nothing can be deleted, and a read-only connection says so': SERVED,
  'fix.spec.ts › a fix opens its form at the place, names the finding and what it changed there': SERVED,
  'history-reading.spec.ts › a viewer sees the history and is told why it cannot be restored': SERVED,
  'history.spec.ts › every outcome is told as it was, older shapes too': SERVED,
  'identity.spec.ts › an identity tells its state in words, its logins, and its pool when a list proved it': SERVED,
  'import.spec.ts › a description that no pool can have is refused before anything is made':
    'the browser reads the description by itself, and what nobody may create is never sent',
  'read-only.spec.ts › a form that takes nothing says in words at its top why': SERVED,
  'shell.spec.ts › an operator changes to another connection': WITHIN,
  'shell.spec.ts › an operator without a mouse skips the head of the page': WITHIN,
  'shell.spec.ts › a mistyped address says that there is no such page': WITHIN,
}
