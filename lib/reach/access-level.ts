/** How far an action goes, by AWS's own table of actions; from least to most. */
export const accessLevels = ['list', 'read', 'write', 'tagging', 'permissions'] as const
export type AccessLevel = (typeof accessLevels)[number]

export const levelWords: Readonly<Record<AccessLevel, string>> = {
  list: 'list',
  read: 'read',
  write: 'write',
  tagging: 'tagging',
  permissions: 'permissions management',
}

/** How wide it goes: data of one's own, some resources, all of them; from least to most. */
export const widths = ['own', 'some', 'all'] as const
export type Width = (typeof widths)[number]

export const widthWords: Readonly<Record<Width, string>> = { own: 'own data', some: 'some resources', all: 'all' }

export const highest = (levels: readonly AccessLevel[]): AccessLevel | null =>
  accessLevels.findLast((level) => levels.includes(level)) ?? null

export const widest = (all: readonly Width[]): Width | null => widths.findLast((width) => all.includes(width)) ?? null

export const narrowest = (all: readonly Width[]): Width | null => widths.find((width) => all.includes(width)) ?? null

/** Whether it changes something. */
export const isWriteOrMore = (level: AccessLevel): boolean => level !== 'list' && level !== 'read'
