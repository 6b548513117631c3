import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Variables } from '../config/read-config.ts'

const PATIENCE = 10_000

/** A process that this one started. */
export type Child = {
  name: string
  process: ChildProcess
  /** Resolves with a few words on how it ended. */
  ended: Promise<string>
}

type Settings = Pick<SpawnOptions, 'stdio' | 'detached'> & { variables: Variables }

const running: Child[] = []

/** Runs a Node program. */
export function startChild(name: string, args: string[], { variables, ...options }: Settings): Child {
  const started = spawn(process.execPath, args, { ...options, env: variables as NodeJS.ProcessEnv })
  const ended = new Promise<string>((resolve) => {
    started.once('error', (error) => resolve(error.message))
    started.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`))
  })
  const child = { name, process: started, ended }
  running.push(child)
  return child
}

/** Ends all programs, the last one first, each in its own time. */
export async function endChildren(): Promise<void> {
  for (const { process: started, ended } of running.toReversed()) {
    if (started.exitCode !== null || started.signalCode !== null) continue
    started.kill('SIGTERM')
    const impatience = setTimeout(() => started.kill('SIGKILL'), PATIENCE)
    await ended
    clearTimeout(impatience)
  }
}

/** Passes the lines of a stream to `take`. */
export function onLine(stream: NodeJS.ReadableStream | null, take: (line: string) => void): void {
  if (stream) createInterface({ input: stream }).on('line', take)
}
