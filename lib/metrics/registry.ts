import 'server-only'
import { collectDefaultMetrics, Registry } from '@prometheus-io/client'

const shared = globalThis as typeof globalThis & { lifeguardMetrics?: Registry }

/**
 * What is counted in this process. Labels come from closed sets alone: operations, codes of errors, connections of the
 * configuration; never ids, names or paths, of which there is no end.
 */
export function registry(): Registry {
  if (shared.lifeguardMetrics) return shared.lifeguardMetrics
  const made = new Registry()
  shared.lifeguardMetrics = made
  collectDefaultMetrics({ register: made })
  return made
}
