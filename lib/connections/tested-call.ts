/** One call of a test of a connection. `message` says why it was refused, `lacks` which IAM action is lacking. */
export type TestedCall = {
  operation: string
  outcome: 'answered' | 'refused' | 'not-tried'
  message: string | null
  lacks: string | null
}
