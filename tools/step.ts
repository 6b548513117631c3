import { spawn } from 'node:child_process'

export interface Step {
  name: string
  commands: [program: string, ...args: string[]][]
}

export interface Outcome {
  name: string
  passed: boolean
}

/** Runs a step's commands one after the other; says in one line how it went and shows their output when it failed. */
export async function runStep({ name, commands }: Step): Promise<Outcome> {
  const started = performance.now()
  let output = ''
  let passed = true
  for (const [program, ...args] of commands) {
    const { code, text } = await runQuietly(program, args)
    output += text
    passed = code === 0
    if (!passed) break
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${passed ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (!passed) console.log(`\n${output.trim()}\n`)
  return { name, passed }
}

/** At most `atOnce` steps at a time, started in their order. */
export async function runSteps(steps: Step[], atOnce: number) {
  const waiting = [...steps]
  const outcomes: Outcome[] = []
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await runStep(step))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return outcomes
}

/** Runs a command with its output going straight through. */
export function runLoudly(program: string, args: string[]) {
  return new Promise<boolean>((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(false)
    })
    child.on('close', (code) => resolve(code === 0))
  })
}

function runQuietly(program: string, args: string[]) {
  return new Promise<{ code: number | null; text: string }>((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => resolve({ code: null, text: error.message }))
    child.on('close', (code) => resolve({ code, text: Buffer.concat(chunks).toString() }))
  })
}
