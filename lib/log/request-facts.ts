import 'server-only'
import { headers } from 'next/headers.js'
import { isOwnRequest } from './own-request.ts'

/** What the server itself notes of each request, in headers that nobody else can set. */
export const REQUEST_ID_HEADER = 'x-lifeguard-request'
export const ADDRESS_HEADER = 'x-lifeguard-address'

/** `requestId` names the request in the access log and in the audit; `address` is where it came from. */
export type RequestFacts = { requestId: string | null; address: string | null }

const NONE: RequestFacts = { requestId: null, address: null }

/** The facts of the request that is being answered; nulls where work goes on without one. */
export async function requestFacts(): Promise<RequestFacts> {
  try {
    return factsIn(await headers())
  } catch {
    return NONE
  }
}

/** The same of headers at hand. Those of a request that came before the server noted any are not believed. */
export function factsIn(given: Pick<Headers, 'get'>): RequestFacts {
  const requestId = given.get(REQUEST_ID_HEADER)
  return requestId === null || !isOwnRequest(requestId) ? NONE : { requestId, address: given.get(ADDRESS_HEADER) }
}
