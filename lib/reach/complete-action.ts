import 'server-only'
import { actionsOf, iamServices } from './action-data.ts'

const MOST = 20

/** An action or a service that a text may become; `resources`: what the action's resources look like. */
export type ActionSuggestion = { text: string; resources: readonly string[] }

/** What a text of an action may become: services until there is a colon, then actions of that service. */
export async function completeAction(text: string): Promise<ActionSuggestion[]> {
  const wanted = text.trim().toLowerCase()
  const [service = '', name] = wanted.split(':')
  if (name === undefined) {
    const services = (await iamServices()).filter((one) => one.startsWith(service))
    return services.slice(0, MOST).map((one) => ({ text: `${one}:`, resources: [] }))
  }
  const known = (await actionsOf([service])).get(service) ?? []
  const head = known.filter(({ action }) => action.toLowerCase().startsWith(wanted))
  const within = known.filter(
    (one) => !head.includes(one) && one.action.toLowerCase().slice(service.length).includes(name),
  )
  return [...head, ...within].slice(0, MOST).map(({ action, resources }) => ({ text: action, resources }))
}
