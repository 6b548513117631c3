import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { regionOfId } from '#lib/core/limits.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { readPasted } from '#lib/pasted/read-pasted.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'
import { EVERYWHERE, type CommandGroup } from '../commands/command.ts'
import { poolPages } from '../pool-pages.ts'
import type { RecentPerson } from '../recent-people.ts'
import { bestFitting, literalFit, looseFit, type Fit } from './name-match.ts'
import {
  commandItems,
  connectionItem,
  identityItem,
  ownPageItems,
  ownActItems,
  pageOfPoolItem,
  personItem,
  placeItems,
  poolItem,
  recentPersonItem,
  themeItems,
  type PaletteItem,
} from './palette-items.ts'

export type PaletteGroup = { value: string; items: PaletteItem[] }

export type PaletteSource = {
  query: string
  connection: ConnectionSummary | null
  connections: ConnectionSummary[]
  /** By name. */
  pools: PoolSummary[]
  /** The Regions whose pools are not read yet. */
  reading: string[]
  /** What was open lately, the last one first. */
  recent: { pools: Omit<PoolSummary, 'region'>[]; people: RecentPerson[] }
  /** What the page in view lets a person do. */
  inView: readonly CommandGroup[]
}

const POOLS_SHOWN = 20
const POOLS_SHOWN_UNASKED = 6
const POOL_PAGES_SHOWN = 6
const RECENT_SHOWN = 5

/** What the palette offers for a query: names that have every word of it, or else those that nearly have. */
export function paletteGroups(source: PaletteSource): PaletteGroup[] {
  const { query, connection } = source
  const pasted = readPasted(query)
  const { things } = pasted
  const [first, ...others] = things
  const ids = things.flatMap((thing) => (thing.kind === 'id' ? [thing] : []))
  const isBareId = ids.length === 1 && things.length === 1
  const isPool = ids.some(({ id }) => source.pools.some(({ poolId }) => poolId === id))
  // An ID may be that of a pool which is not read yet: the search tells them apart.
  const isUnclear = isBareId && !isPool && ids.some(({ id }) => source.reading.includes(regionOfId(id)))
  const person =
    connection && first && (!isBareId || isUnclear)
      ? [{ value: 'People', items: [personItem(query, connection.id, [first, ...others], pasted)] }]
      : []
  if (ids.length > 0 && connection) {
    const matched = filled(idGroups(ids, connection, source))
    return isUnclear ? [...person, ...matched] : [...matched, ...person]
  }
  const words = wordsOf(query)
  const matched = filled(named(source, literalFit))
  const nearly = matched.length === 0 ? filled(named(source, looseFit)) : []
  // Digits that occur in an ID by chance mean somebody, and Enter must not open another thing.
  const byName =
    nearly.length > 0 ||
    matched.some(({ items }) => items.some(({ label }) => label.toLowerCase().includes(words[0] ?? '')))
  return byName ? [...matched, ...nearly, ...person] : [...person, ...matched]
}

const poolItems = (pool: PoolRef) => [...ownPageItems(pool), ...ownActItems(pool)]

const filled = (groups: PaletteGroup[]) => groups.filter(({ items }) => items.length > 0)

const wordsOf = (query: string) => query.toLowerCase().split(/\s+/).filter(Boolean)

/** What is named by ID: a pool when one has it or the text says so, else an identity. */
function idGroups(
  ids: { id: string; isPool: boolean }[],
  { id: connectionId }: ConnectionSummary,
  source: PaletteSource,
) {
  const pools = source.pools.filter(({ poolId }) => ids.some(({ id }) => id === poolId))
  const identities = ids.filter(({ id, isPool }) => !isPool && pools.every(({ poolId }) => poolId !== id))
  return [
    { value: 'Identity', items: identities.map(({ id }) => identityItem(connectionId, id)) },
    { value: 'Identity pools', items: pools.map((pool) => poolItem(connectionId, pool)) },
  ]
}

function named(source: PaletteSource, fit: Fit): PaletteGroup[] {
  const { query, connection, connections, inView } = source
  const words = wordsOf(query)
  const fitting = (items: PaletteItem[]) =>
    bestFitting(items, ({ label, detail = '' }) => fit(words, label.toLowerCase(), detail.toLowerCase()))
  const ofGroup = ({ title, commands, pool }: CommandGroup) => ({
    value: title,
    items: fitting([...(pool ? poolItems(pool.ref) : []), ...commandItems(title, commands)]),
  })
  const others = connections.filter(({ id }) => id !== connection?.id)
  return [
    { value: 'Opened lately', items: fitting(recentItems(source)).slice(0, RECENT_SHOWN) },
    ...inView.filter(({ title }) => title !== EVERYWHERE).map(ofGroup),
    { value: 'Identity pools', items: poolsFor(source, words, fit) },
    { value: 'Pages of pools', items: pagesOfPools(source, words, fit) },
    { value: 'Pages', items: connection ? fitting(placeItems(connection.id)) : [] },
    ...inView.filter(({ title }) => title === EVERYWHERE).map(ofGroup),
    { value: 'Connections', items: fitting(others.map(connectionItem)) },
    { value: 'Theme', items: fitting(themeItems) },
  ]
}

/** Pools only where nothing was asked, since they stand among the others else; not the one in view. */
function recentItems({ query, connection, pools, reading, recent, inView }: PaletteSource): PaletteItem[] {
  if (!connection) return []
  const isThere = (id: string) => reading.length > 0 || pools.some(({ poolId }) => poolId === id)
  const isInView = (id: string) => inView.some(({ pool }) => pool?.ref.poolId === id)
  const opened = query.trim() === '' ? recent.pools.filter(({ poolId }) => isThere(poolId) && !isInView(poolId)) : []
  return [
    ...opened.slice(0, RECENT_SHOWN - 2).map((pool) => poolItem(connection.id, pool)),
    ...recent.people.map((person) => recentPersonItem(connection.id, person)),
  ]
}

function poolsFor({ connection, pools }: PaletteSource, words: string[], fit: Fit): PaletteItem[] {
  if (!connection) return []
  const most = words.length === 0 ? POOLS_SHOWN_UNASKED : POOLS_SHOWN
  const fitting = bestFitting(pools, ({ name, poolId }) => fit(words, name.toLowerCase(), poolId.toLowerCase()), most)
  return fitting.map((pool) => poolItem(connection.id, pool))
}

/** "north roles", "roles north": the words of a pool's name and of a page of it. */
function pagesOfPools({ connection, pools }: PaletteSource, words: string[], fit: Fit): PaletteItem[] {
  if (!connection || words.length < 2) return []
  const splits = words.flatMap((_, at) =>
    at === 0
      ? []
      : [
          { name: words.slice(0, at), page: words.slice(at) },
          { name: words.slice(at), page: words.slice(0, at) },
        ],
  )
  return splits
    .flatMap(({ name, page }) => {
      const isPage = ({ label }: { label: string }) => isPageName(page, label.toLowerCase(), fit)
      if (!poolPages({ connectionId: connection.id, poolId: '' }).some(isPage)) return []
      return bestFitting(pools, (pool) => fit(name, pool.name.toLowerCase(), ''), POOL_PAGES_SHOWN).flatMap((pool) =>
        poolPages({ connectionId: connection.id, poolId: pool.poolId })
          .filter(isPage)
          .map((own) => pageOfPoolItem(pool, own)),
      )
    })
    .slice(0, POOL_PAGES_SHOWN)
}

/** From two letters on, with which a word of it begins. */
const isPageName = (words: string[], name: string, fit: Fit) =>
  words.join('').length > 1 && (literalFit(words, name, '') >= 3 || (fit === looseFit && looseFit(words, name, '') > 0))
