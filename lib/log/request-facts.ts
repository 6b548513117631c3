import 'server-only'
import { headers } from 'next/headers.js'

/** What the server itself notes of each request, in headers that nobody else can set. */
export const REQUEST_ID_HEADER = 'x-lifeguard-request'
export const ADDRESS_HEADER = 'x-lifeguard-address'

/** `requestId` names the request in the access log and in the audit; `address` is where it came from. */
export type RequestFacts = { requestId: string | null; address: string | null }

/** The facts of the request that is being answered; nulls where work goes on without one. */
export async function requestFacts(): Promise<RequestFacts> {
  const given = await headersOfRequest().catch(() => null)
  return { requestId: given?.get(REQUEST_ID_HEADER) ?? null, address: given?.get(ADDRESS_HEADER) ?? null }
}

/** Outside of a request it is the call itself that throws. */
const headersOfRequest = async () => headers()
