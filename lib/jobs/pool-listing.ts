import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { readIdentities } from '../identities/service.ts'

/** A page of the ids of a pool, and what names the next one; null after the last. */
type Listed = { ids: string[]; next: string | null }

type Asked = { token: string | null; page: Promise<Listed>; came: Listed | null }

/** Pages that are listed before anybody takes them. */
const AHEAD = 4

/**
 * Pages of a pool's list, from the one that a token names: as many as have come by then, at least one. Those after are
 * asked for at once, each as soon as the one before has named it.
 */
export function listingAhead(cognito: Cognito, poolId: string): (token: string | null) => Promise<Listed[]> {
  let asked: Asked[] = []
  const read = async (token: string | null): Promise<Listed> => {
    const listing = { hideDisabled: false, ...(token !== null && { cursor: token }) }
    const { identities, nextCursor } = await readIdentities(cognito, poolId, listing)
    return { ids: identities.map(({ identityId }) => identityId), next: nextCursor }
  }
  const ask = (token: string | null): Asked => {
    const one: Asked = { token, page: read(token), came: null }
    asked.push(one)
    void hear(one)
    return one
  }
  const hear = async (one: Asked) => {
    // Whoever needs it hears of its failure.
    one.came = await one.page.catch(() => null)
    goOn(one.came?.next ?? null)
  }
  const goOn = (next: string | null) => {
    if (next !== null && asked.length < AHEAD && asked.every(({ came }) => came !== null)) ask(next)
  }
  return async (token) => {
    if (asked[0]?.token !== token) asked = []
    const first = asked[0] ?? ask(token)
    try {
      // Whoever waits for it may come before it was heard.
      first.came = await first.page
    } catch (error) {
      asked = []
      throw error
    }
    const pages = asked.flatMap(({ came }) => came ?? [])
    asked = asked.filter(({ came }) => came === null)
    goOn(pages.at(-1)?.next ?? null)
    return pages
  }
}
