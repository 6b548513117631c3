/** The rooms of `lib`, floor by floor. A room imports from floors below and from rooms before it on its own floor. */
export const floorPlan: readonly (readonly string[])[] = [
  ['core', 'config', 'login-providers'],
  ['metrics', 'security', 'log', 'aws', 'db', 'facts', 'client', 'webhook', 'policies'],
  ['auth', 'audit'],
  ['operation'],
  ['drift', 'pools'],
  ['identities', 'roles', 'principal-tags', 'login-tokens', 'pasted'],
  ['developer-identities', 'identity-notes', 'identity-map', 'pool-access', 'identity-index'],
  ['jobs', 'iam-roles', 'account-providers', 'reach', 'code', 'pool-deletion'],
  [
    'sign-in',
    'retention',
    'findings',
    'history',
    'pool-creation',
    'access-test',
    'import',
    'connections',
    'people',
    'erasure',
    'command',
    'start',
  ],
]

const places = new Map(
  floorPlan.flatMap((rooms, floor) => rooms.map((room, place) => [room, { floor: floor + 1, place }] as const)),
)

/** Folders of `lib` that stand apart: other rules keep them so. */
const APART = new Set(['emulator'])

/** The room of a file of `lib`, or null for a file elsewhere or beside the rooms. Paths are from the repository's root. */
export function roomOf(path: string): string | null {
  const room = /^lib\/([^/]+)\//.exec(path)?.[1] ?? null
  return room !== null && APART.has(room) ? null : room
}

export const floorOf = (room: string): number | null => places.get(room)?.floor ?? null

/** Whether an import from one room into another goes up, or sideways to a room that is listed later. */
export function goesUp(from: string, to: string): boolean {
  const start = places.get(from)
  const end = places.get(to)
  if (!start || !end || from === to) return false
  return start.floor === end.floor ? start.place < end.place : start.floor < end.floor
}
