/**
 * What the command ends with. `found`: it worked, and there is something to look at: findings as bad as was asked for,
 * or a job that did not do all it was to. `failed`: Lifeguard or the service refused. `misread`: what was asked, or the
 * configuration, cannot be read. `unreached`: neither a console nor its store could be reached.
 */
export const exitCodes = { done: 0, failed: 1, misread: 2, found: 3, unreached: 4 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
