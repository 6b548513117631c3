import { flag } from './aws-command.ts'

/** What the AWS CLI is told of a connection: the address of its service, and the profile with its credentials. */
export type CliConnection = { endpoint: string | null; profile: string | null }

/** A script's pieces: what stands in quotes, what is escaped, and all else. */
const PIECES = /'[^']*'|"[^"]*"|\\[\s\S]|[^'"\\]+/g
const COMMAND = /\baws cognito-identity [\w-]+/g

/** Commands of the AWS CLI as they reach a connection; nothing that stands in quotes is taken for a command. */
export function forConnection(script: string, { endpoint, profile }: CliConnection): string {
  const options = [
    ...(endpoint === null ? [] : [flag('endpoint-url', endpoint)]),
    ...(profile === null ? [] : [flag('profile', profile)]),
  ].map((option) => ` \\\n  ${option}`)
  return script.replaceAll(PIECES, (piece) =>
    /^['"\\]/.test(piece) ? piece : piece.replaceAll(COMMAND, (command) => `${command}${options.join('')}`),
  )
}
