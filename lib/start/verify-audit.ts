import { verifyChain } from '../audit/verify-chain.ts'
import { processVariables, readConfigOf } from '../config/config.ts'
import { causeOf } from '../core/cause-of.ts'
import { StoreError } from '../db/migrate.ts'
import type { Db } from '../db/open.ts'
import { openToRead } from '../db/open-to-read.ts'
import { storeName } from './store-name.ts'
import { grouped } from '../core/grouped.ts'

const WHOLE = 0
const BROKEN = 1
const NOT_READ = 2

const STEP = 50_000

/** Verifies the audit log of the configured store, which may be in use. Says what it found; the exit code says it too. */
async function verify(): Promise<number> {
  const configured = readConfigOf(processVariables())
  if (!configured.ok) {
    console.error(configured.mistakes.join('\n'))
    return NOT_READ
  }
  const name = storeName(configured.config)
  try {
    await using db = await openToRead(configured.config)
    return await walk(db)
  } catch (error) {
    console.error(`${name} ${error instanceof StoreError ? error.message : `cannot be read (${causeOf(error)})`}.`)
    return NOT_READ
  }
}

async function walk(db: Db): Promise<number> {
  const found = await verifyChain(db, told())
  if (found.ok) {
    const { removed = 0 } = found
    const erased = found.erased === 0 ? 'nothing was erased from them' : `${grouped(found.erased)} erased`
    const rows = counted(found.entries, 'row', 'rows')
    const operations = counted(await operationsIn(db, removed + found.entries), 'operation', 'operations')
    console.log(`The audit log has ${rows} of ${operations}, whole; ${erased}.`)
    if (removed > 0)
      console.log(
        `The ${counted(removed, 'row', 'rows')} before them ${removed === 1 ? 'was' : 'were'} removed when their time was over.`,
      )
    return WHOLE
  }
  console.log(`The audit log is broken at row ${grouped(found.sequence)}, which ${found.problem}.`)
  console.log(await tellOf(db, found.sequence))
  return BROKEN
}

/** An operation has a row when it starts and one when it ends, or one alone when it was denied. */
async function operationsIn(db: Db, rows: number): Promise<number> {
  const { count } = await db
    .selectFrom('audit_entry')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('phase', '!=', 'outcome')
    .where('sequence', '<=', rows)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What the row says, or its neighbour where it is missing. */
async function tellOf(db: Db, sequence: number): Promise<string> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['sequence', 'recorded_at', 'operation', 'operation_id', 'phase', 'actor_name'])
    .where('sequence', 'in', [sequence - 1, sequence])
    .orderBy('sequence', 'desc')
    .execute()
  const [row] = rows
  if (!row) return 'No row stands before it.'
  const what = `${row.operation} (${row.phase}), operation ${row.operation_id}, by ${row.actor_name}`
  const where = row.sequence === sequence ? 'It says' : `The last whole row, ${grouped(row.sequence)}, says`
  return `${where}: ${new Date(row.recorded_at).toISOString()}, ${what}.`
}

const counted = (count: number, one: string, many: string): string => `${grouped(count)} ${count === 1 ? one : many}`

/** For somebody who watches. */
function told() {
  let next = STEP
  return (entries: number) => {
    if (!process.stderr.isTTY || entries < next) return
    next = entries + STEP
    console.error(`${grouped(entries)} rows …`)
  }
}

process.exitCode = await verify()
