import 'server-only'
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import { allPoolNames } from '../pools/pool-names.ts'
import { operationLabel } from './operation-label.ts'

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)

const holdsAll = (text: string, words: readonly string[]): boolean => {
  const lower = text.toLowerCase()
  return words.every((word) => lower.includes(word.toLowerCase()))
}

/** The operations of the log that are called so, by the words shown or the API's name. */
export async function operationsCalled(text: string, db: Db): Promise<string[]> {
  const words = wordsOf(text)
  return (await valuesOf(db, 'operation')).filter((name) => holdsAll(`${operationLabel(name)} ${name}`, words))
}

/** The ids of pools that have or had such a name, or whose id holds the text; deleted ones too. */
export async function poolsCalled(text: string, db: Db): Promise<string[]> {
  const words = wordsOf(text)
  const inLog = (await valuesOf(db, 'pool_id')).filter((id) => holdsAll(id, words))
  const named = (await allPoolNames(db)).filter(({ pool_id, name }) => holdsAll(`${name} ${pool_id}`, words))
  return [...new Set([...inLog, ...named.map(({ pool_id }) => pool_id)])]
}

/** The different values of a column that an index begins with, each found by one step in the index. */
async function valuesOf(db: Db, name: 'operation' | 'pool_id'): Promise<string[]> {
  const column = sql.ref(name)
  const { rows } = await sql<{ value: string }>`with recursive found (value) as (
      select min(${column}) from audit_entry
      union all
      select (select min(${column}) from audit_entry where ${column} > found.value) from found where found.value is not null
    ) select value from found where value is not null`.execute(db)
  return rows.map(({ value }) => value)
}
