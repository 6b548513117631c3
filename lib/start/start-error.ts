/** Why Lifeguard cannot start: one line for the operator, who gets no stack. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
