import { setTimeout as pause } from 'node:timers/promises'
import { serveCommands } from '../command/serve-commands.ts'
import { socketPath } from '../command/socket-path.ts'
import { startAuditKeeper } from '../audit/process-keeper.ts'
import { startAuditStream } from '../audit/process-stream.ts'
import { config } from '../config/config.ts'
import { closeStore } from '../db/open.ts'
import { endJobStreams } from '../jobs/job-stream.ts'
import { startProcessRunner, stopProcessRunner } from '../jobs/process-runner.ts'
import { log } from '../log/log.ts'
import { noteRequests } from '../log/note-requests.ts'
import { startRules } from '../retention/process-rules.ts'
import { refuseUnread } from '../security/refuse-unread.ts'
import { refusalOfStranger } from './refusal-of-stranger.ts'
import { sampleAll } from './sample-all.ts'
import { closeSideStore, startSideStore } from '../db/read-store.ts'
import { startWebhookSender } from '../webhook/process-sender.ts'
import { allSettled } from '../operation/in-flight.ts'
import { beginStop } from '../operation/stopping.ts'
import { addressList } from '../security/source-address.ts'

const PATIENCE = 8000
const LAUNCHER_CHECK = 1000
const ANSWER_TIME = 200

/** Runs once when the server starts. A server that the launcher did not start ends here. */
export function start(): void {
  const { launcher, dataDir, trustedProxies } = readOrEnd()
  if (launcher === null || !isRunning(launcher)) {
    console.error(
      'Lifeguard is started by "npm start" or "npm run dev", which check everything before the server runs.',
    )
    process.exit(1)
  }
  noteRequests({ log: log(), proxies: addressList(trustedProxies) })
  refuseUnread({ refusalOf: refusalOfStranger })
  sampleAll()
  startSideStore().catch((error: unknown) => console.error(error))
  process.on('SIGTERM', stop).on('SIGINT', stop)
  process.on('disconnect', stop)
  setInterval(() => !isRunning(launcher) && stop(), LAUNCHER_CHECK).unref()
  startProcessRunner()
  endWebhook = startWebhookSender()
  endRules = startRules()
  endAuditKeeper = startAuditKeeper()
  endAuditStream = startAuditStream()
  serveCommands(socketPath(dataDir)).then(
    (end) => (endCommands = end),
    (error: unknown) => log().warn({ err: error }, 'Commands are not heard: the socket could not be made'),
  )
}

let endCommands = async () => {}
let endWebhook = async () => {}
let endRules = async () => {}
let endAuditKeeper = async () => {}
let endAuditStream = async () => {}

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

function stop() {
  if (!beginStop()) return
  setTimeout(() => process.exit(1), PATIENCE).unref()
  endJobStreams()
  // What has just ended still has its answer to send.
  void Promise.all([stopProcessRunner(), endCommands(), endWebhook(), endRules(), allSettled()])
    .then(() => Promise.all([endAuditKeeper(), endAuditStream()]))
    .then(() => pause(ANSWER_TIME))
    .then(closeSideStore)
    .then(closeStore)
    .finally(() => process.exit(0))
}
