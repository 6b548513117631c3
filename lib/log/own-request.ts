import 'server-only'
import { randomBytes } from 'node:crypto'

const shared = globalThis as typeof globalThis & { lifeguardRequests?: { prefix: string; count: number } }
const requests = (shared.lifeguardRequests ??= { prefix: randomBytes(5).toString('hex'), count: 0 })

/** The id of the next request: what begins it is drawn anew at each start, so that nobody can name one beforehand. */
export function newRequestId(): string {
  requests.count += 1
  return `${requests.prefix}-${requests.count.toString(36)}`
}

/** Whether this process gave an id to a request. */
export const isOwnRequest = (requestId: string): boolean => requestId.startsWith(`${requests.prefix}-`)
