import 'server-only'
import { AppError } from '../core/errors.ts'
import { grouped } from '../core/grouped.ts'
import { forgetPages } from '../db/forget-pages.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { store, type Db } from '../db/open.ts'
import { ENTRIES_MAX, folded, FOUND_MAX, type IdentityMap, type MapEntry, type MappedIdentity } from './identity-map.ts'

type MapRef = { connectionId: string; mapId: string }
type Part = MapRef & { name: string; entries: readonly MapEntry[]; by: string; at: number }

/** The maps of a connection that are searched, the latest first. */
export async function mapsOf(connectionId: string, db = store()): Promise<IdentityMap[]> {
  const rows = await db
    .selectFrom('identity_map')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('state', '=', 'kept')
    .orderBy('imported_at', 'desc')
    .orderBy('map_id')
    .execute()
  return rows.map((row) => ({
    mapId: row.map_id,
    name: row.name,
    entries: row.entries,
    importedBy: row.imported_by,
    importedAt: row.imported_at,
  }))
}

/**
 * Adds a part to a map, which begins with its first one; what it has already stays once. Answers how many entries it has.
 * Errors: `CONFLICT` when it is whole or given up; `LIMIT`.
 */
export const addToMap = ({ connectionId, mapId, name, entries, by, at }: Part, db = store()): Promise<number> =>
  inTransaction(db, async (transaction) => {
    await transaction
      .insertInto('identity_map')
      .values({
        map_id: mapId,
        connection_id: connectionId,
        name,
        state: 'importing',
        entries: 0,
        imported_by: by,
        imported_at: at,
      })
      .onConflict((conflict) => conflict.column('map_id').doNothing())
      .execute()
    const map = await importingMap({ connectionId, mapId }, transaction)
    const { numInsertedOrUpdatedRows: added = 0n } = await transaction
      .insertInto('mapped_identity')
      .values(
        entries.map(({ knownAs, identityId }) => ({
          map_id: mapId,
          folded: folded(knownAs),
          identity_id: identityId,
          known_as: knownAs,
        })),
      )
      .onConflict((conflict) => conflict.columns(['map_id', 'folded', 'identity_id']).doNothing())
      .executeTakeFirstOrThrow()
    const total = map.entries + Number(added)
    await transaction
      .updateTable('identity_map')
      .set({ entries: total, imported_at: at })
      .where('map_id', '=', mapId)
      .execute()
    await requireRoom(connectionId, transaction)
    return total
  })

/** Has a map searched from now on, in the place of another where one is named. Errors: `CONFLICT` when it is not whole. */
export const keepMap = (
  { connectionId, mapId, entries, replaces, at }: MapRef & { entries: number; replaces: string | null; at: number },
  db = store(),
): Promise<void> =>
  inTransaction(db, async (transaction) => {
    const map = await importingMap({ connectionId, mapId }, transaction)
    if (map.entries !== entries) throw notWhole()
    await transaction
      .updateTable('identity_map')
      .set({ state: 'kept', imported_at: at })
      .where('map_id', '=', mapId)
      .execute()
    if (replaces !== null) await dropMap({ connectionId, mapId: replaces }, transaction)
  })

/** Gives a map up, whole or not: it is searched no more, and its entries go bit by bit. Errors: `NOT_FOUND`. */
export async function dropMap({ connectionId, mapId }: MapRef, db = store()): Promise<void> {
  const dropped = await db
    .updateTable('identity_map')
    .set({ state: 'dropped' })
    .where('map_id', '=', mapId)
    .where('connection_id', '=', connectionId)
    .where('state', '!=', 'dropped')
    .returning('map_id')
    .executeTakeFirst()
  if (!dropped)
    throw new AppError({
      code: 'NOT_FOUND',
      message: 'There is no such map any more.',
      hint: 'Somebody deleted it. Reload the page.',
    })
}

/** Whom the maps of a connection know by a text, letters alike; at most 50. */
export const identitiesKnownAs = (connectionId: string, knownAs: string, db = store()): Promise<MappedIdentity[]> =>
  found(connectionId, db, { column: 'entry.folded', value: folded(knownAs) })

/** Whom they know by any of these texts, each identity once. */
export async function identitiesKnownAsAny(connectionId: string, texts: readonly string[]): Promise<MapEntry[]> {
  const known = new Map<string, MapEntry>()
  for (const text of new Set(texts.map(folded)))
    for (const { knownAs, identityId } of await identitiesKnownAs(connectionId, text))
      known.set(identityId, { knownAs, identityId })
  return [...known.values()]
}

/** What the maps of a connection know an identity by; at most 50. */
export const namesOfIdentity = (connectionId: string, identityId: string, db = store()): Promise<MappedIdentity[]> =>
  found(connectionId, db, { column: 'entry.identity_id', value: identityId })

type Sought = { column: 'entry.folded' | 'entry.identity_id'; value: string }

async function found(connectionId: string, db: Db, { column, value }: Sought): Promise<MappedIdentity[]> {
  const rows = await db
    .selectFrom('mapped_identity as entry')
    .innerJoin('identity_map as map', 'map.map_id', 'entry.map_id')
    .select(['map.map_id', 'map.name', 'entry.known_as', 'entry.identity_id'])
    .where('map.connection_id', '=', connectionId)
    .where('map.state', '=', 'kept')
    .where(column, '=', value)
    .orderBy('map.imported_at', 'desc')
    .orderBy('entry.folded')
    .orderBy('entry.identity_id')
    .limit(FOUND_MAX)
    .execute()
  return rows.map((row) => ({
    mapId: row.map_id,
    mapName: row.name,
    knownAs: row.known_as,
    identityId: row.identity_id,
  }))
}

type Person = { identityIds: readonly string[]; identifiers: readonly string[] }

/** Takes a person out of the maps of a connection, for good. Returns how many entries it were. */
export async function eraseFromMaps(connectionId: string, person: Person, db = store()): Promise<number> {
  const texts = person.identifiers.map(folded)
  if (texts.length + person.identityIds.length === 0) return 0
  const erased = await inTransaction(db, async (transaction) => {
    const gone = await transaction
      .deleteFrom('mapped_identity')
      .where('map_id', 'in', (of) =>
        of.selectFrom('identity_map').select('map_id').where('connection_id', '=', connectionId),
      )
      .where((of) =>
        of.or([
          ...(texts.length > 0 ? [of('folded', 'in', texts)] : []),
          ...(person.identityIds.length > 0 ? [of('identity_id', 'in', [...person.identityIds])] : []),
        ]),
      )
      .returning(['map_id', 'known_as'])
      .execute()
    const byMap = Map.groupBy(gone, ({ map_id: mapId }) => mapId)
    for (const [mapId, { length }] of byMap)
      await transaction
        .updateTable('identity_map')
        .set((of) => ({ entries: of('entries', '-', length) }))
        .where('map_id', '=', mapId)
        .execute()
    return gone
  })
  if (erased.length > 0)
    await forgetPages(
      db,
      ['mapped_identity'],
      erased.map(({ known_as: knownAs }) => knownAs),
    )
  return erased.length
}

async function importingMap({ connectionId, mapId }: MapRef, db: Db) {
  const map = await db
    .selectFrom('identity_map')
    .select(['entries', 'state'])
    .where('map_id', '=', mapId)
    .where('connection_id', '=', connectionId)
    .executeTakeFirst()
  if (map?.state === 'importing') return map
  throw new AppError({
    code: 'CONFLICT',
    message: 'This map takes nothing more: it is whole, or was given up.',
    hint: 'Import the file again.',
  })
}

async function requireRoom(connectionId: string, db: Db): Promise<void> {
  const { entries } = await db
    .selectFrom('identity_map')
    .select((of) => of.fn.sum<number | string>('entries').as('entries'))
    .where('connection_id', '=', connectionId)
    .where('state', '!=', 'dropped')
    .executeTakeFirstOrThrow()
  if (Number(entries) <= ENTRIES_MAX) return
  throw new AppError({
    code: 'LIMIT',
    message: `The maps of a connection have at most ${grouped(ENTRIES_MAX)} entries together.`,
    hint: 'Delete a map that is not needed, or import fewer columns.',
  })
}

const notWhole = () =>
  new AppError({
    code: 'CONFLICT',
    message: 'Some entries of this map are missing, so it is not searched.',
    hint: 'Import the file again.',
  })
