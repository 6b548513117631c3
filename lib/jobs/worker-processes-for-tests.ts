import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const program = fileURLToPath(new URL('worker-for-tests.ts', import.meta.url))

/** Starts a process that works on the jobs of this test's store; it ends with the test. */
export async function startWorker(leaseMs: number) {
  const child = fork(program, [String(leaseMs)], {
    execArgv: ['--conditions=react-server'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  await Promise.race([once(child, 'message'), exited])
  return { kill, freeze: () => child.kill('SIGSTOP'), thaw: () => child.kill('SIGCONT') }
}
