import { setTimeout as pause } from 'node:timers/promises'
import { config } from '../config/config.ts'
import { closeStore } from '../db/open.ts'
import { allSettled } from '../operation/in-flight.ts'

const PATIENCE = 8000
const LAUNCHER_CHECK = 1000
const ANSWER_TIME = 200

/** Runs once when the server starts. A server that the launcher did not start ends here. */
export function start(): void {
  const { launcher } = readOrEnd()
  if (launcher === null || !isRunning(launcher)) {
    console.error(
      'Lifeguard is started by "npm start" or "npm run dev", which check everything before the server runs.',
    )
    process.exit(1)
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  process.on('disconnect', stop)
  setInterval(() => !isRunning(launcher) && stop(), LAUNCHER_CHECK).unref()
}

function readOrEnd() {
  try {
    return config()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return process.exit(1)
  }
}

function isRunning(process_: number) {
  try {
    return process.kill(process_, 0)
  } catch {
    return false
  }
}

let isStopping = false

function stop() {
  if (isStopping) return
  isStopping = true
  setTimeout(() => process.exit(1), PATIENCE).unref()
  // What has just ended still has its answer to send.
  void allSettled()
    .then(() => pause(ANSWER_TIME))
    .then(closeStore)
    .finally(() => process.exit(0))
}
