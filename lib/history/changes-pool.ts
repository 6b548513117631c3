const CHANGES: ReadonlySet<string> = new Set([
  'SetIdentityPoolRoles',
  'SetPrincipalTagAttributeMap',
  'TagResource',
  'UntagResource',
  'UpdateIdentityPool',
])

/** Whether an operation changes the configuration of one pool. */
export const changesPool = (operation: string): boolean => CHANGES.has(operation)
