/** What an operation is about: the pool itself, its people, a sign-in tried out, or what the checks found. */
export const entryKinds = ['pool', 'people', 'test', 'finding'] as const
export type EntryKind = (typeof entryKinds)[number]

const kinds: Record<Exclude<EntryKind, 'pool'>, readonly string[]> = {
  people: [
    'AddIdentityNote',
    'AddJobIds',
    'AddToIdentityMap',
    'CancelJob',
    'CreateDeveloperUser',
    'CreateJob',
    'DeleteIdentities',
    'DeleteIdentityMap',
    'DeleteIdentityNote',
    'EditIdentityNote',
    'ErasePerson',
    'GetOpenIdTokenForDeveloperIdentity',
    'KeepIdentityMap',
    'MergeDeveloperIdentities',
    'PauseJob',
    'ResumeJob',
    'RetryFailed',
    'StartJob',
    'TraceToken',
    'UniteIdentities',
    'UnlinkDeveloperIdentity',
    'UnlinkIdentity',
  ],
  test: ['GetCredentialsForIdentity', 'GetId', 'GetOpenIdToken', 'TestDeveloperSignIn'],
  finding: ['ReopenFinding', 'SuppressFinding'],
}

/** The operations of an access test, which leave a pool as it is. */
export const testOperations = kinds.test

export const entryKind = (operation: string): EntryKind =>
  entryKinds.find((kind) => kind !== 'pool' && kinds[kind].includes(operation)) ?? 'pool'
