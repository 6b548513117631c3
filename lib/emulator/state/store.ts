import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { explainFailure, refuseDamaged, refuseUnusable } from './data-file.ts'
import { createIamTables } from './iam-schema.ts'
import { APPLICATION_ID, createIndexes, createTables, SCHEMA_VERSION } from './schema.ts'

/** Puts rows into a store that is being opened. */
type Fill = (store: Store) => void

/** The emulator's state: one SQLite database, all calls synchronous, one writer. */
export class Store {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  readonly isNew: boolean

  /**
   * Opens a data file, or `:memory:`. `fill` puts the first rows into a new store, and `addIam` what IAM has into one of
   * a version before it, all or nothing.
   * Throws an Error with one line for the operator when the file cannot be used; it is then left as it was.
   */
  constructor(path: string, fill?: Fill, addIam?: Fill) {
    if (path !== ':memory:') refuseUnusable(path)
    this.#database = new DatabaseSync(path, { timeout: 1000 })
    try {
      this.isNew = this.#open(path, fill, addIam)
    } catch (error) {
      this.#database.close()
      throw explainFailure(path, error)
    }
  }

  #open(path: string, fill?: Fill, addIam?: Fill): boolean {
    this.#database.exec('pragma locking_mode = exclusive; pragma cache_size = -200000')
    if (path !== ':memory:') {
      refuseDamaged(path, this.#database)
      this.#database.exec('pragma journal_mode = wal; pragma synchronous = full')
    }
    const version = this.get<{ user_version: number }>('pragma user_version')?.user_version ?? 0
    const isNew = version === 0
    this.transaction(() => {
      if (version === SCHEMA_VERSION) return
      this.#database.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${SCHEMA_VERSION}`)
      if (isNew) this.#database.exec(createTables)
      this.#database.exec(createIamTables)
      if (!isNew) return addIam?.(this)
      fill?.(this)
      this.#database.exec(createIndexes)
    })
    if (isNew && path !== ':memory:') this.#database.exec('pragma wal_checkpoint(truncate)')
    return isNew
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known) return known
    const made = this.#database.prepare(sql)
    this.#statements.set(sql, made)
    return made
  }

  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values) as Row[]
  }

  /** How many rows it changed, and the number of the row it inserted. */
  run(sql: string, ...values: SQLInputValue[]): { changes: number; number: number } {
    const { changes, lastInsertRowid } = this.#statement(sql).run(...values)
    return { changes: Number(changes), number: Number(lastInsertRowid) }
  }

  /** The one that the next row of an autoincremented table has to take; inside a transaction. */
  nextNumber(table: string): number {
    return (this.get<{ seq: number }>('select seq from sqlite_sequence where name = ?', table)?.seq ?? 0) + 1
  }

  transaction<T>(work: () => T): T {
    this.#database.exec('begin immediate')
    try {
      const result = work()
      this.#database.exec('commit')
      return result
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('rollback')
      throw error
    }
  }

  setting(key: string): string | null {
    return this.get<{ value: string }>('select value from setting where key = ?', key)?.value ?? null
  }

  saveSetting(key: string, value: string) {
    this.run('insert into setting values (?, ?) on conflict (key) do update set value = excluded.value', key, value)
  }

  close() {
    this.#database.close()
  }
}
