import { connectionsOn, expect, test } from './fixtures.ts'
import { rights, type Role } from './fixtures/rights.ts'
import { builtActions, callAction } from './fixtures/server-actions.ts'

const ID = 'us-east-1:00000000-0000-4000-8000-000000000000'
const OTHER_ID = 'us-east-1:00000000-0000-4000-8000-000000000001'

/** An input that has what any action asks for; each takes what it knows. */
const inputOn = (connectionId: string) => ({
  connectionId,
  region: 'us-east-1',
  pool: { connectionId, poolId: ID },
  pools: [{ poolId: ID, describeFirst: false, developerProvider: 'login.members.example' }],
  people: [{ userIdentifier: 'ada' }],
  identifiers: ['ada'],
  items: ['ada'],
  pairs: [{ source: 'ada', destination: 'bob' }],
  filter: {
    from: null,
    to: null,
    operation: '',
    actor: '',
    pool: '',
    identity: '',
    user: '',
    text: '',
    reason: '',
    outcome: null,
    states: [],
    providers: [],
    withoutProviders: [],
    createdFrom: null,
    createdBefore: null,
    modifiedFrom: null,
    modifiedBefore: '90d',
    idPrefix: '',
  },
  sort: { by: 'created', descending: true },
  filterName: 'Refused',
  over: { from: null, to: null },
  poolIds: [ID],
  identity: { connectionId, identityId: ID },
  identityIds: [ID],
  providers: ['graph.facebook.com'],
  hideDisabled: false,
  name: 'Refused',
  seen: 'fingerprint',
  change: {},
  roles: { authenticated: null, unauthenticated: null, mappings: [] },
  tags: {},
  keys: ['team'],
  useDefaults: true,
  finding: { checkId: 'guest-access', subject: '' },
  reason: 'Refused',
  providerName: 'login.members.example',
  userIdentifier: 'ada',
  source: { userIdentifier: 'ada', identityId: OTHER_ID, logins: [], userIdentifiers: ['ada'] },
  destination: { userIdentifier: 'grace', identityId: ID, logins: [], userIdentifiers: ['grace'] },
  login: 'graph.facebook.com',
  provider: 'graph.facebook.com',
  token: 'token',
  signIn: null,
  disables: true,
  text: 'Refused',
  outcome: null,
  noteId: '00000000-0000-4000-8000-000000000000',
  version: 1,
  jobId: '0'.repeat(32),
  kind: 'delete-identities',
  parameters: {},
  ids: [ID],
  total: 1,
  count: 1,
  known: [],
  scanId: 1,
  ruleId: '0'.repeat(32),
  runId: '0'.repeat(32),
  weekday: null,
  hour: 3,
  most: 1,
  growth: 10,
  listId: '0'.repeat(32),
  keepList: null,
  mapId: '0'.repeat(32),
  userPoolId: 'us-east-1_Aa1',
  knownAs: 'ada',
  entries: [{ knownAs: 'ada', identityId: ID }],
  access: null,
  role: 'arn:aws:iam::123456789012:role/User',
  roleArn: 'arn:aws:iam::123456789012:role/User',
  as: 'guest',
  action: 's3:GetObject',
  resource: '*',
  facts: {},
})

const ASKS_NOTHING = new Set(['describeAccess', 'listAccessTokens', 'listConnections', 'listJobs', 'listSessions'])

const OF_NO_CONNECTION = new Set([
  'createAccessToken',
  'describeAccess',
  'endSession',
  'endSessionsOf',
  'listAccessTokens',
  'listSessions',
  'revokeAccessToken',
  'listConnections',
  'describeOperation',
  'describeErasure',
  'describeAuditEntry',
  'listRun',
])

test('every server action has a line in this table', () => {
  expect(builtActions().map(({ name }) => name)).toEqual(Object.keys(rights).toSorted())
})

for (const role of ['viewer', 'support', 'admin'] satisfies Role[]) {
  test(`the role ${role} may call what the table says and nothing else`, async ({ emulator, startConsole }) => {
    const connections = [
      ...connectionsOn(emulator),
      { id: 'admins', endpoint: emulator.url, regions: ['us-east-1'], roles: ['admin'] },
    ]
    const served = await startConsole({ role, config: { connections } })
    for (const action of builtActions()) {
      const may = rights[action.name]?.roles.includes(role) ?? false
      const code = await callAction(served, action, {})
      const answer = ASKS_NOTHING.has(action.name) ? 'ok' : 'VALIDATION'
      expect.soft(code, `${role} calls ${action.name}`).toBe(may ? answer : 'FORBIDDEN')
      const inOtherHands = await callAction(served, action, inputOn('admins'))
      if (role !== 'admin' && !OF_NO_CONNECTION.has(action.name))
        expect.soft(inOtherHands, `${role} calls ${action.name} on a connection for admins`).toBe('FORBIDDEN')
    }
  })
}

test('a read-only connection refuses every write but what stops a job', async ({ console: served }) => {
  for (const action of builtActions().filter(({ name }) => rights[name]?.onReadOnly))
    expect.soft(await callAction(served, action, inputOn('readonly')), action.name).toBe('NOT_FOUND')
  for (const action of builtActions().filter(
    ({ name }) => rights[name]?.writes && !rights[name].onReadOnly && !OF_NO_CONNECTION.has(name),
  ))
    expect.soft(await callAction(served, action, inputOn('readonly')), action.name).toBe('READ_ONLY')
})
