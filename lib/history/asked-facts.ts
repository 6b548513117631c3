import type { Fact } from '../facts/facts.ts'
import { plainFacts } from './plain-facts.ts'

/** What an operation was asked to do, from its input as the audit kept it. */
export function askedFacts(input: string): Fact[] {
  try {
    return plainFacts(JSON.parse(input))
  } catch {
    return plainFacts(input)
  }
}
