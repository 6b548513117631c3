import 'server-only'
import { sql, type RawBuilder } from 'kysely'
import { isEmbedded } from './is-embedded.ts'
import type { Db } from './open.ts'

/** Texts as a table with one column `item`, handed over as one value however many they are. */
export function eachItem(db: Db, items: readonly string[]): RawBuilder<{ item: string }> {
  const json = JSON.stringify(items)
  return isEmbedded(db)
    ? sql`(select value as item from json_each(${json})) as items`
    : sql`jsonb_array_elements_text(${json}::jsonb) as items (item)`
}
