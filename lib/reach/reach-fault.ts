/** What makes the reach of a role unsafe. */
export type FaultCode = 'guest-powers' | 'guest-writes' | 'basic-only' | 'no-isolation' | 'absent-key' | 'ways-up'

/** A fault of a role; `policy` is one to copy that ends it, null where no policy does. */
export type ReachFault = { code: FaultCode; arn: string; evidence: string; policy: string | null }

/** The faults of a pool's roles, how far each role reaches in a few words, and the roles that could not be read, with why. */
export type ReachFaults = {
  faults: ReachFault[]
  words: Record<string, string>
  unread: { arn: string; why: string }[]
}
