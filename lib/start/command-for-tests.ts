import { execFile } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { serveCommands } from '../command/serve-commands.ts'
import { socketPath } from '../command/socket-path.ts'
import { config } from '../config/config.ts'

export type Ended = { code: number | string; out: string; err: string }

/** Runs the command in a process of its own, on the place of this test's console. */
export function lifeguardCommand(args: readonly string[], variables: Record<string, string> = {}): Promise<Ended> {
  const program = ['--conditions=react-server', 'lib/start/lifeguard.ts', ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, program, { env: { ...process.env, ...variables } }, (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    )
  })
}

/** Hears commands as the server does, until the test ends. */
export async function listening(): Promise<string> {
  const path = socketPath(config().dataDir)
  const end = await serveCommands(path)
  onTestFinished(end)
  return path
}
