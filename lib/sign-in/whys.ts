/** Why somebody is back at the page where one signs in. */
export const whys = ['ended', 'out', 'link', 'wait', 'role', 'provider', 'refused', 'attempt'] as const
export type Why = (typeof whys)[number]
