import { spawn, spawnSync } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shellQuote } from './shell-quote.ts'

/** What the program `aws` that only notes its arguments answers. */
export const MADE = 'MADE'

/** Whether a program is installed. */
export const has = (program: string, argument: string): boolean =>
  spawnSync(program, [argument], { stdio: 'ignore' }).status === 0

const exported = (variables: Record<string, string>): string =>
  Object.entries(variables)
    .map(([name, value]) => `export ${name}=${shellQuote(value)}\n`)
    .join('')

/** Runs a script with `sh`; its exit code and what it said. */
export async function runShell(script: string, variables: Record<string, string> = {}) {
  const child = spawn('sh', ['-c', exported(variables) + script], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.errors += text))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, ...said }
}

/** Runs a script with `sh` and a program `aws` that only notes its arguments: one list for each call. */
export async function argumentsOf(script: string, variables: Record<string, string> = {}): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-shell-'))
  try {
    const noted = join(folder, 'noted')
    const program = join(folder, 'aws')
    await writeFile(
      program,
      `#!/bin/sh\nprintf '%s\\0' "$@" >> "${noted}"\nprintf '\\036\\0' >> "${noted}"\necho ${MADE}\n`,
    )
    await chmod(program, 0o755)
    const { code, errors } = await runShell(`export PATH=${shellQuote(folder)}:"$PATH"\n${script}`, variables)
    if (code !== 0) throw new Error(`sh ended with ${code}: ${errors}`)
    const calls = (await readFile(noted, 'utf8')).split('\u001e\0').slice(0, -1)
    return calls.map((call) => call.split('\0').slice(0, -1))
  } finally {
    await rm(folder, { recursive: true })
  }
}
