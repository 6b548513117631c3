/** The parts of a pool: what one call of the service changes is one. */
export const SETTINGS_PART = 'settings'
export const ROLES_PART = 'roles'
export const TAGS_PART = 'tags'
export const PRINCIPAL_TAGS_PART = 'principal-tags'
export const principalTagsPart = (provider: string): string => `${PRINCIPAL_TAGS_PART} ${provider}`
