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
import { isId } from '#lib/core/limits.ts'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { searchText } from '#lib/login-tokens/search-text.ts'
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
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const groups: PaletteGroup[] = [
    { value: 'Identity', items: identityItems(query.trim(), connection) },
    { value: 'Identity pools', items: matching(poolItems(pools, connection), words).slice(0, shown(words)) },
    { value: 'Pages', items: matching(pageItems(connection), words) },
    { value: 'Connections', items: matching(connectionItems(connections, connection), words) },
    { value: 'Theme', items: matching(themeItems, words) },
  ]
  const matched = groups.filter(({ items }) => items.length > 0)
  return [...matched, ...peopleGroup(query, connection, matched.length > 0)]
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

function identityItems(id: string, connection: ConnectionSummary | null): PaletteItem[] {
  if (!connection || !isId(id)) return []
  const href = identityPath({ connectionId: connection.id, identityId: id })
  return [{ id: `identity ${id}`, label: 'Go to identity', detail: id, icon: Fingerprint, does: { href } }]
}

/** Nothing else is called that, or it looks like an e-mail address: it may be a person. */
function peopleGroup(query: string, connection: ConnectionSummary | null, matched: boolean): PaletteGroup[] {
  const { kind } = searchText(query)
  const find = query.trim()
  const wanted = kind === 'token' || (kind === 'user' && !/\s/.test(find) && (find.includes('@') || !matched))
  if (!connection || !wanted) return []
  const does = { find, connectionId: connection.id }
  const item =
    kind === 'token'
      ? { id: 'person token', label: 'Read this token', icon: UserSearch, does }
      : { id: 'person user', label: 'Find the user', detail: find, icon: UserSearch, does }
  return [{ value: 'People', items: [item] }]
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
