import 'server-only'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { StoreFault } from './store-fault.ts'

/** After so long without an answer the server is asked whether it is there at all, again and again. */
const PATIENCE_MS = 2_000
/** Once it was not, so long until something is answered: an act has several statements. */
const DOUBTFUL_MS = 500

type Server = {
  /** Whether the server says anything at all; answers soon. */
  isThere: () => Promise<boolean>
  isDoubtful: boolean
}

/**
 * A pool whose statements end soon when the server says nothing any more, as a frozen one does, and take the time that
 * they need when it does. A connection that did not answer is not used again. Errors: `StoreFault` for all but what the
 * server itself says.
 */
export function boundedPool(pool: Pool, isThere: () => Promise<boolean>): PostgresPool {
  const server: Server = { isThere, isDoubtful: false }
  return {
    options: pool.options,
    async connect() {
      const connecting = pool.connect()
      try {
        return boundedClient(await answered(connecting, server), server)
      } catch (error) {
        connecting.then(
          (client) => client.release(),
          () => undefined,
        )
        throw asFault(error)
      }
    },
    end: () => pool.end(),
  }
}

function boundedClient(client: PoolClient, server: Server): PostgresPoolClient {
  let broken: StoreFault | null = null
  const query = async (text: string, values: readonly unknown[]) => {
    if (broken !== null) throw broken
    try {
      return await answered(client.query(text, [...values]), server)
    } catch (error) {
      const fault = asFault(error)
      if (fault instanceof StoreFault) broken = fault
      throw fault
    }
  }
  return {
    // The other form is of cursors, which the store does not use.
    query: query as unknown as PostgresPoolClient['query'],
    release: (isDiscarded?: boolean) => client.release(isDiscarded === true || broken !== null),
  }
}

/** What was asked, as soon as the server answers. Errors: when it is not there any more. */
async function answered<Result>(work: Promise<Result>, server: Server): Promise<Result> {
  const ended = new AbortController()
  try {
    const result = await Promise.race([work, silence(server, ended.signal)])
    server.isDoubtful = false
    return result
  } finally {
    ended.abort()
  }
}

/** Rejects when the server says nothing. */
function silence(server: Server, ended: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => {
      server.isDoubtful = true
      reject(new Error('The database does not answer'))
    }
    const later = () => setTimeout(() => void look(), PATIENCE_MS)
    let timer = server.isDoubtful ? setTimeout(end, DOUBTFUL_MS) : later()
    ended.addEventListener('abort', () => clearTimeout(timer))
    async function look() {
      const isThere = await server.isThere()
      if (ended.aborted) return
      if (isThere) timer = later()
      else end()
    }
  })
}

/** What the server says of a statement stays as it is. */
const asFault = (error: unknown): unknown =>
  error instanceof Error && 'severity' in error ? error : new StoreFault(error)
