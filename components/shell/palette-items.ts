import {
  ArrowLeftRight,
  Cable,
  ClipboardPaste,
  Fingerprint,
  LayoutList,
  Monitor,
  Moon,
  PanelTop,
  Plus,
  ScrollText,
  ShieldAlert,
  Sun,
  UserRound,
  UserSearch,
  Waves,
  Zap,
  type LucideIcon,
} from 'lucide-react'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { identityPath, poolPath, poolsPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pasted, PastedThing } from '#lib/pasted/pasted.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'
import type { Command } from '../commands/command.ts'
import { places } from '../commands/places.ts'
import { poolActs } from '../pool-acts.ts'
import { poolPages } from '../pool-pages.ts'
import type { RecentPerson } from '../recent-people.ts'

export type PaletteItem = {
  id: string
  label: string
  /** Machine text beside the label, such as a pool's id. */
  detail?: string
  /** The keys that do the same. */
  keys?: string
  icon: LucideIcon
  does:
    | { href: string }
    | { theme: 'system' | 'light' | 'dark' }
    | { find: string; connectionId: string }
    | { run: () => void }
}

export function identityItem(connectionId: string, id: string): PaletteItem {
  const href = identityPath({ connectionId, identityId: id })
  return { id: `identity ${id}`, label: 'Go to identity', detail: id, icon: Fingerprint, does: { href } }
}

export function poolItem(connectionId: string, { poolId, name }: Omit<PoolSummary, 'region'>): PaletteItem {
  const href = poolPath({ connectionId, poolId })
  return { id: `pool ${poolId}`, label: name, detail: poolId, icon: Waves, does: { href } }
}

export function recentPersonItem(connectionId: string, { identityId, poolId, user }: RecentPerson): PaletteItem {
  const href = `${identityPath({ connectionId, identityId })}${poolId ? `?pool=${poolId}` : ''}`
  const label = user ?? 'Identity'
  return { id: `recent ${identityId}`, label, detail: identityId, icon: UserRound, does: { href } }
}

/** A page of a pool by its own name: "Northwind Portal: Roles". */
export function pageOfPoolItem(pool: PoolSummary, page: { label: string; href: string }): PaletteItem {
  const label = `${pool.name}: ${page.label}`
  return { id: `page ${page.href}`, label, detail: pool.poolId, icon: PanelTop, does: { href: page.href } }
}

export const ownPageItems = (pool: PoolRef): PaletteItem[] =>
  poolPages(pool).map(({ label, href }, index) => ({
    id: `own ${href}`,
    label,
    keys: String(index + 1),
    icon: PanelTop,
    does: { href },
  }))

export const ownActItems = (pool: PoolRef): PaletteItem[] =>
  poolActs(pool).map(({ label, keys, icon, does }) => ({ id: `own ${label}`, label, keys, icon, does }))

export const commandItems = (title: string, commands: readonly Command[]): PaletteItem[] =>
  commands.flatMap(({ words, keys, run, isUnlisted, denied = null }) =>
    run && !isUnlisted && denied === null
      ? [{ id: `command ${title} ${words}`, label: words, keys, icon: Zap, does: { run } }]
      : [],
  )

const placeIcons: Record<string, LucideIcon> = {
  find: UserSearch,
  findings: ShieldAlert,
  create: Plus,
  import: ClipboardPaste,
  compare: ArrowLeftRight,
  audit: ScrollText,
}

export const placeItems = (connectionId: string): PaletteItem[] =>
  places(connectionId).map(({ id, label, keys, href }) => ({
    id: `page ${id}`,
    label,
    keys,
    icon: placeIcons[id] ?? LayoutList,
    does: { href },
  }))

export const connectionItem = ({ id, name, regions }: ConnectionSummary): PaletteItem => ({
  id: `connection ${id}`,
  label: `Switch to ${name}`,
  detail: regions.join(', '),
  icon: Cable,
  does: { href: poolsPath(id) },
})

export const themeItems: PaletteItem[] = [
  { id: 'theme system', label: 'Use the system theme', icon: Monitor, does: { theme: 'system' } },
  { id: 'theme light', label: 'Use the light theme', icon: Sun, does: { theme: 'light' } },
  { id: 'theme dark', label: 'Use the dark theme', icon: Moon, does: { theme: 'dark' } },
]

export function personItem(
  find: string,
  connectionId: string,
  [first, ...others]: [PastedThing, ...PastedThing[]],
  { exactly, guessed }: Pick<Pasted, 'exactly' | 'guessed'>,
): PaletteItem {
  const several = others.length > 0 ? `Choose among ${others.length + 1} things in this text` : null
  const words = guessed ? 'Choose what is meant in this text' : several
  const said = words === null ? personWords(first, exactly) : { label: words }
  return { id: 'person', ...said, icon: UserSearch, does: { find, connectionId } }
}

function personWords(first: PastedThing, exactly: string | null): { label: string; detail?: string } {
  if (first.kind === 'token') return { label: 'Read this token' }
  if (first.kind === 'user') return { label: 'Find the user', detail: first.userIdentifier }
  return first.kind === 'incomplete'
    ? { label: 'Find this beginning of an ID', detail: first.text }
    : { label: 'Find the ID', detail: exactly?.trim() ?? '' }
}
