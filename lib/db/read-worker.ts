import 'server-only'
import { statSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { ReadAnswer, ReadQuestion, Statement } from './worker-dialect.ts'

// A program of its own: it reads an embedded store aside of the server, and copies its log into its file.

const CHECKPOINT_MS = 1_000
/** While much is written: the less is left, the sooner whoever writes begins the log anew. */
const HURRY_MS = 100
const LONG_LOG_BYTES = 16 * 2 ** 20
const STATEMENTS_MAX = 300

const { file } = workerData as { file: string }

const reader = new DatabaseSync(file, { readOnly: true })
reader.exec('pragma busy_timeout = 5000; pragma cache_size = -32768; pragma query_only = on')
const writer = new DatabaseSync(file)
writer.exec('pragma busy_timeout = 5000; pragma synchronous = full; pragma secure_delete = on')
writer.exec('pragma foreign_keys = on; pragma wal_autocheckpoint = 0')

const statements = new Map<string, StatementSync>()

function prepared(text: string): StatementSync {
  const known = statements.get(text)
  if (known) return known
  if (statements.size >= STATEMENTS_MAX) statements.clear()
  const statement = reader.prepare(text)
  statements.set(text, statement)
  return statement
}

/** As one transaction, which nobody else has to wait for longer than it takes. */
function write(written: readonly Statement[]) {
  writer.exec('begin immediate')
  try {
    for (const { text, values } of written) writer.prepare(text).run(...(values as SQLInputValue[]))
    writer.exec('commit')
  } catch (error) {
    writer.exec('rollback')
    throw error
  }
}

function rowsFor(question: ReadQuestion): object[] {
  if ('read' in question) return prepared(question.read.text).all(...(question.read.values as SQLInputValue[]))
  write(question.write)
  return []
}

function answerTo(question: ReadQuestion): ReadAnswer {
  try {
    return { id: question.id, rows: rowsFor(question) }
  } catch (error) {
    return { id: question.id, problem: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (question: ReadQuestion) => parentPort?.postMessage(answerTo(question), []))

/** Copies what no reader needs, and holds nobody up: only whoever writes begins the log anew. */
function checkpoint() {
  let isLong = false
  try {
    writer.exec('pragma wal_checkpoint(passive)')
    isLong = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > LONG_LOG_BYTES
  } catch {
    // Somebody else copies it at the moment; the next time will do.
  }
  setTimeout(checkpoint, isLong ? HURRY_MS : CHECKPOINT_MS)
}

setTimeout(checkpoint, CHECKPOINT_MS)
