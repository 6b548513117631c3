import 'server-only'
import { requestFacts } from '../log/request-facts.ts'

const AGENT_MAX = 200

/** Which browser a request comes from, as a list of sessions shows it. */
export async function browserOf(request: Request): Promise<{ address: string | null; agent: string | null }> {
  const { address } = await requestFacts()
  const agent =
    request.headers
      .get('user-agent')
      ?.replaceAll(/[^\x20-\x7e]/g, '')
      .slice(0, AGENT_MAX) ?? null
  return { address, agent }
}
