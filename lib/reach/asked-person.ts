import type { CanTheyInput } from './schema.ts'

/** Somebody of whom can be asked: their role, why they get it, and what is known of their session. `providers`: as whom they signed in where. */
export type AskedPerson = Pick<CanTheyInput, 'role' | 'as' | 'identityId' | 'facts'> & {
  providers: readonly string[]
  why: string
}
/** `wantsRole`: which role they take has to be chosen. */
export type PersonReading = { ok: true; person: AskedPerson } | { ok: false; why: string; wantsRole?: true }
