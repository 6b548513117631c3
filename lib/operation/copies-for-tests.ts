import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Result } from '../core/result.ts'
import type { Asked } from './copy-for-tests.ts'
import type { OperationState } from './once.ts'

const program = fileURLToPath(new URL('copy-for-tests.ts', import.meta.url))

/** Starts another copy of the console of this test, a process on the same store; it ends with the test. */
export function startCopy() {
  const child = fork(program, {
    execArgv: ['--conditions=react-server'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, (result: unknown) => void>()
  child.on('message', ({ number, result }: { number: number; result: unknown }) => waiting.get(number)?.(result))
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  const ask = (operationId: string, roles: Asked['roles']) =>
    new Promise<unknown>((resolve) => {
      const number = waiting.size
      waiting.set(number, resolve)
      child.send({ number, operationId, roles })
    })
  return {
    /** Ends it in the middle of whatever it does. */
    kill,
    save: (roles: Asked['roles'], operationId: string) => ask(operationId, roles) as Promise<Result<unknown>>,
    describe: (operationId: string) => ask(operationId, null) as Promise<Result<OperationState>>,
  }
}
