import { parseArgs } from 'node:util'
import { presentAuditKey } from '../audit/audit-key.ts'
import { readSignedHeads, type SignedHeads } from '../audit/read-signed-heads.ts'
import { verifyingKey } from '../audit/signed-head.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import { processVariables, readConfigOf } from '../config/config.ts'
import type { Config } from '../config/read-config.ts'
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

const USAGE = `Usage: npm run audit:verify [-- --anchors FILE [--key KEY]]
  --anchors FILE  a log of the console: its signed lines show an end that was cut off, or a log made anew as a whole
  --key KEY       the public key that the console tells at its start, where the private one is not here`

/** What is wrong with how it was called, in words for whoever called it. */
class Misread extends Error {}

/** Verifies the audit log of the configured store, which may be in use. Says what it found; the exit code says it too. */
async function verify(): Promise<number> {
  const configured = readConfigOf(processVariables())
  if (!configured.ok) {
    console.error(configured.mistakes.join('\n'))
    return NOT_READ
  }
  const name = storeName(configured.config)
  try {
    const signed = await signedLines(configured.config)
    await using db = await openToRead(configured.config)
    return await walk(db, signed)
  } catch (error) {
    if (error instanceof Misread) {
      console.error(error.message)
      return NOT_READ
    }
    console.error(`${name} ${error instanceof StoreError ? error.message : `cannot be read (${causeOf(error)})`}.`)
    return NOT_READ
  }
}

/** The signed lines of the file that was named, checked with the key that was named or is here. */
async function signedLines(config: Config): Promise<SignedHeads> {
  const { anchors, key: publicKey } = asked()
  if (anchors === undefined) return { heads: new Map(), problem: null }
  try {
    const key = publicKey === undefined ? presentAuditKey(config) : verifyingKey(publicKey)
    if (key === null)
      throw new Misread('There is no key here to check signed lines with: give the public one with --key.')
    return await readSignedHeads(anchors, key)
  } catch (error) {
    throw error instanceof Misread ? error : new Misread(`The signed lines cannot be read (${causeOf(error)}).`)
  }
}

function asked() {
  try {
    return parseArgs({ options: { anchors: { type: 'string' }, key: { type: 'string' } } }).values
  } catch {
    throw new Misread(USAGE)
  }
}

async function walk(db: Db, { heads, problem }: SignedHeads): Promise<number> {
  const found = await verifyChain(db, told(), heads)
  if (found.ok && problem !== null) {
    console.log(problem)
    return BROKEN
  }
  if (found.ok) {
    const { removed = 0 } = found
    const erased = found.erased === 0 ? 'nothing was erased from them' : `${grouped(found.erased)} erased`
    const rows = counted(found.entries, 'row', 'rows')
    const operations = counted(await operationsIn(db, removed + found.entries), 'operation', 'operations')
    console.log(`The audit log has ${rows} of ${operations}, whole; ${erased}.`)
    if (removed > 0) console.log(`${counted(removed, 'row', 'rows')} before them went when their time was over.`)
    if (heads.size > 0) console.log(`${counted(heads.size, 'signed line agrees', 'signed lines agree')} with it.`)
    return WHOLE
  }
  console.log(`The audit log is broken at row ${grouped(found.sequence)}, which ${found.problem}.`)
  if (problem !== null) console.log(problem)
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
