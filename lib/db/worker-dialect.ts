import 'server-only'
import { Worker } from 'node:worker_threads'
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'

/** One statement with its values. */
export type Statement = { text: string; values: readonly unknown[] }

/** What the worker is asked: to read, or to write statements as one transaction. It answers rows, or why there are none. */
export type ReadQuestion = { id: number } & ({ read: Statement } | { write: readonly Statement[] })
export type ReadAnswer = { id: number; rows: object[] } | { id: number; problem: string }

type Waiting = { resolve: (rows: object[]) => void; reject: (error: Error) => void }

/** Its program is no part of what Next builds: Node reads it as it stands. */
const PROGRAM = 'lib/db/read-worker.ts'

/** An SQLite file in a thread of its own. One that ends is started again with the next question. */
export type StoreWorker = {
  ask: (question: { read: Statement } | { write: readonly Statement[] }) => Promise<object[]>
  end: () => Promise<void>
}

/** Reads through a worker; nothing can be written. A transaction sees one state of the store; others wait for its end. */
export function workerDialect(worker: StoreWorker): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => workerDriver(worker),
  }
}

/** The worker of a file, which also copies the store's log into the file. */
export function storeWorker(file: string): StoreWorker {
  let current: { worker: Worker; waiting: Map<number, Waiting> } | null = null
  let lastId = 0

  function start() {
    const waiting = new Map<number, Waiting>()
    const worker = new Worker(`${process.cwd()}/${PROGRAM}`, {
      workerData: { file },
      execArgv: ['--conditions=react-server'],
    })
    const end = (error: Error) => {
      if (current?.worker === worker) current = null
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    worker.on('message', (answer: ReadAnswer) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) worker.unref()
      if ('rows' in answer) asked?.resolve(answer.rows)
      else asked?.reject(new Error(answer.problem))
    })
    worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => end(new Error('The reader of the store ended')))
    worker.unref()
    return { worker, waiting }
  }

  return {
    ask(question) {
      current ??= start()
      const { worker, waiting } = current
      lastId += 1
      const id = lastId
      return new Promise<object[]>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        // Only who waits for an answer keeps the process.
        worker.ref()
        worker.postMessage({ id, ...question } satisfies ReadQuestion, [])
      })
    },
    async end() {
      const worker = current?.worker
      current = null
      await worker?.terminate()
    },
  }
}

function workerDriver(worker: StoreWorker): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql: text, parameters: values }: CompiledQuery): Promise<QueryResult<R>> {
      return { rows: (await worker.ask({ read: { text, values } })) as R[] }
    },
    // oxlint-disable-next-line eslint/require-yield
    async *streamQuery() {
      throw new Error('The reader of the store gives whole answers only')
    },
  }
  const turns = oneAfterTheOther()
  const run = async (text: string) => {
    await connection.executeQuery(CompiledQuery.raw(text))
  }
  return {
    init: async () => undefined,
    async acquireConnection() {
      await turns.take()
      return connection
    },
    releaseConnection: async () => turns.give(),
    beginTransaction: () => run('begin'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    destroy: () => worker.end(),
  }
}

/** One has the turn; the others wait for it in the order in which they came. */
function oneAfterTheOther() {
  const waiting: (() => void)[] = []
  let isTaken = false
  return {
    take: () =>
      new Promise<void>((resolve) => {
        if (isTaken) waiting.push(resolve)
        else resolve()
        isTaken = true
      }),
    give() {
      const next = waiting.shift()
      if (next) next()
      else isTaken = false
    },
  }
}
