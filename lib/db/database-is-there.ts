import 'server-only'
import { Client } from 'pg'

const PATIENCE_MS = 1_500

/** Asks a database server beside all that it is busy with whether it is there; several who ask at once ask together. */
export function databaseIsThere(url: string): () => Promise<boolean> {
  let asking: Promise<boolean> | null = null
  return () => {
    asking ??= ask(url).finally(() => (asking = null))
    return asking
  }
}

async function ask(url: string): Promise<boolean> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    application_name: 'lifeguard',
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    // A refusal is an answer, such as that it has as many connections as it takes.
    return error instanceof Error && 'severity' in error
  } finally {
    client.end().catch(() => undefined)
  }
}
