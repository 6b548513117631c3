import {
  ArrowLeftRight,
  Cable,
  ClipboardPaste,
  Fingerprint,
  LayoutList,
  Monitor,
  Moon,
  Plus,
  ScrollText,
  ShieldAlert,
  Sun,
  UserSearch,
  Waves,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { readPasted } from '#lib/pasted/read-pasted.ts'
import {
  AUDIT_PATH,
  comparePath,
  createPoolPath,
  findingsPath,
  findPath,
  identityPath,
  importPath,
  poolPath,
  poolsPath,
} from '#lib/core/paths.ts'
import type { PastedThing } from '#lib/pasted/pasted.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'

export type PaletteItem = {
  id: string
  label: string
  /** Machine text beside the label, such as a pool's id. */
  detail?: string
  icon: LucideIcon
  does: { href: string } | { theme: 'system' | 'light' | 'dark' } | { find: string; connectionId: string }
}

export type PaletteGroup = { value: string; items: PaletteItem[] }

type PaletteSource = {
  query: string
  connection: ConnectionSummary | null
  connections: ConnectionSummary[]
  pools: PoolSummary[]
}

const POOLS_SHOWN = 20
const POOLS_SHOWN_UNASKED = 6

/** What the palette offers for a query: every word of it must occur in the label or the detail. */
export function paletteGroups({ query, connection, connections, pools }: PaletteSource): PaletteGroup[] {
  const ids = readPasted(query).things.flatMap((thing) => (thing.kind === 'id' ? [thing] : []))
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const groups: PaletteGroup[] = [
    { value: 'Identity', items: identityItems(ids, connection, pools) },
    { value: 'Identity pools', items: poolsFor(query, ids, poolItems(pools, connection), words) },
    { value: 'Pages', items: matching(pageItems(connection), words) },
    { value: 'Connections', items: matching(connectionItems(connections, connection), words) },
    { value: 'Theme', items: matching(themeItems, words) },
  ]
  const matched = groups.filter(({ items }) => items.length > 0)
  const people = peopleGroup(query, connection, ids.length)
  // Digits that occur in an ID by chance mean somebody, and Enter must not open another thing.
  const byName = matched.some(({ items }) => items.some(({ label }) => label.toLowerCase().includes(words[0] ?? '')))
  return byName || ids.length > 0 ? [...matched, ...people] : [...people, ...matched]
}

const shown = (words: string[]) => (words.length === 0 ? POOLS_SHOWN_UNASKED : POOLS_SHOWN)

function matching(items: PaletteItem[], words: string[]) {
  const first = words[0] ?? ''
  return items
    .map((item) => ({ item, text: `${item.label} ${item.detail ?? ''}`.toLowerCase() }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .toSorted((a, b) => Number(b.text.startsWith(first)) - Number(a.text.startsWith(first)))
    .map(({ item }) => item)
}

type PastedId = { id: string; isPool: boolean }

/** A pasted id is a pool's when a pool has it or the text says so. */
function identityItems(ids: PastedId[], connection: ConnectionSummary | null, pools: PoolSummary[]): PaletteItem[] {
  if (!connection) return []
  const connectionId = connection.id
  return ids
    .filter(({ id, isPool }) => !isPool && pools.every(({ poolId }) => poolId !== id))
    .map(({ id }) => {
      const href = identityPath({ connectionId, identityId: id })
      return { id: `identity ${id}`, label: 'Go to identity', detail: id, icon: Fingerprint, does: { href } }
    })
}

/** Those whose ids were pasted, in whatever text; else those that are called that. */
function poolsFor(query: string, ids: PastedId[], items: PaletteItem[], words: string[]): PaletteItem[] {
  const pasted = items.filter(({ detail }) => ids.some(({ id }) => id === detail))
  return pasted.length > 0 ? pasted : matching(items, words).slice(0, shown(words))
}

/** What is typed may always be a person, in whatever it was copied from. */
function peopleGroup(query: string, connection: ConnectionSummary | null, idCount: number): PaletteGroup[] {
  const { things, guessed, exactly } = readPasted(query)
  const [first] = things
  if (!connection || !first || (idCount === 1 && things.length === 1)) return []
  const does = { find: query, connectionId: connection.id }
  const item = {
    id: 'person',
    ...(guessed ? { label: 'Choose what is meant in this text' } : personWords(first, things.length, exactly)),
    icon: UserSearch,
    does,
  }
  return [{ value: 'People', items: [item] }]
}

function personWords(first: PastedThing, count: number, exactly: string | null): { label: string; detail?: string } {
  if (count > 1) return { label: `Choose among ${count} things in this text` }
  if (first.kind === 'token') return { label: 'Read this token' }
  if (first.kind === 'user') return { label: 'Find the user', detail: first.userIdentifier }
  return first.kind === 'incomplete'
    ? { label: 'Find this beginning of an ID', detail: first.text }
    : { label: 'Find the ID', detail: exactly?.trim() ?? '' }
}

function poolItems(pools: PoolSummary[], connection: ConnectionSummary | null): PaletteItem[] {
  if (!connection) return []
  return pools.map(({ poolId, name }) => ({
    id: `pool ${poolId}`,
    label: name,
    detail: poolId,
    icon: Waves,
    does: { href: poolPath({ connectionId: connection.id, poolId }) },
  }))
}

function pageItems(connection: ConnectionSummary | null): PaletteItem[] {
  if (!connection) return []
  return [
    { id: 'page pools', label: 'Pools', icon: LayoutList, does: { href: poolsPath(connection.id) } },
    { id: 'page find', label: 'Find a person', icon: UserSearch, does: { href: findPath(connection.id) } },
    { id: 'page findings', label: 'Findings', icon: ShieldAlert, does: { href: findingsPath(connection.id) } },
    { id: 'page create', label: 'Create pool', icon: Plus, does: { href: createPoolPath(connection.id) } },
    { id: 'page import', label: 'Import a pool', icon: ClipboardPaste, does: { href: importPath(connection.id) } },
    {
      id: 'page compare',
      label: 'Compare pools',
      icon: ArrowLeftRight,
      does: { href: comparePath(connection.id, null, null) },
    },
    { id: 'page audit', label: 'Audit log', icon: ScrollText, does: { href: AUDIT_PATH } },
  ]
}

function connectionItems(connections: ConnectionSummary[], active: ConnectionSummary | null): PaletteItem[] {
  return connections
    .filter(({ id }) => id !== active?.id)
    .map(({ id, name, regions }) => ({
      id: `connection ${id}`,
      label: `Switch to ${name}`,
      detail: regions.join(', '),
      icon: Cable,
      does: { href: poolsPath(id) },
    }))
}

const themeItems: PaletteItem[] = [
  { id: 'theme system', label: 'Use the system theme', icon: Monitor, does: { theme: 'system' } },
  { id: 'theme light', label: 'Use the light theme', icon: Sun, does: { theme: 'light' } },
  { id: 'theme dark', label: 'Use the dark theme', icon: Moon, does: { theme: 'dark' } },
]
