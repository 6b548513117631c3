const labels: Record<string, string> = {
  CreateIdentityPool: 'Create pool',
  UpdateIdentityPool: 'Change configuration',
  DeleteIdentityPool: 'Delete pool',
  SetIdentityPoolRoles: 'Change roles',
  SetPrincipalTagAttributeMap: 'Change principal tags',
  TagResource: 'Add or change tags',
  UntagResource: 'Remove tags',
  DeleteIdentities: 'Delete identities',
  ErasePerson: 'Erase a person',
  MergeDeveloperIdentities: 'Merge developer identities',
  UnlinkDeveloperIdentity: 'Unlink developer user identifier',
  UnlinkIdentity: 'Unlink login',
  GetOpenIdTokenForDeveloperIdentity: 'Link developer user identifier',
  UniteIdentities: 'Unite identities with a token',
  TraceToken: 'Tell a token’s identity',
  AddIdentityNote: 'Add note',
  EditIdentityNote: 'Edit note',
  DeleteIdentityNote: 'Delete note',
  GetId: 'Access test: get an identity ID',
  GetOpenIdToken: 'Access test: get an OpenID token',
  TestDeveloperSignIn: 'Access test: sign in as a developer user',
  GetCredentialsForIdentity: 'Access test: get credentials',
  SuppressFinding: 'Suppress finding',
  ReopenFinding: 'Reopen finding',
}

/** What an operation of the audit log does, in words; its own name where there are none. */
export const operationLabel = (operation: string): string => labels[operation] ?? operation
