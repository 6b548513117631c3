import type { FactChange } from '../facts/facts.ts'
import { storedFacts } from './stored-configuration.ts'

/** The operations that keep an answer, not something that is there from then on. */
const ANSWERED: ReadonlySet<string> = new Set([
  'CreateDeveloperUser',
  'ErasePerson',
  'GetCredentialsForIdentity',
  'GetId',
  'GetOpenIdToken',
  'GetOpenIdTokenForDeveloperIdentity',
  'MergeDeveloperIdentities',
  'TestDeveloperSignIn',
  'TraceToken',
  'UniteIdentities',
  'UnlinkDeveloperIdentity',
  'UnlinkIdentity',
])

/** What an operation came to, where nothing was added by it; null for any other operation. */
export const answerChanges = ({ operation, after }: { operation: string; after: unknown }): FactChange[] | null =>
  ANSWERED.has(operation)
    ? storedFacts(after).map(({ key, label, value }) => ({ key, label, before: null, after: value, isAnswer: true }))
    : null
