import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'

/** The steps of the form for a new pool. */
export const steps = ['Basics', 'Login providers', 'Roles', 'Tags', 'Review'] as const

const checkedLater: { [step: string]: readonly (keyof NewPoolSettings)[] } = {
  'Login providers': [
    'userPools',
    'loginProviders',
    'twitter',
    'oidcProviderArns',
    'samlProviderArns',
    'developerProviderName',
    'principalTags',
  ],
  Roles: ['authenticated', 'unauthenticated', 'providers'],
  Tags: ['tags'],
}

/** What of a form is checked at a step; whatever no later one checks is checked at the first. */
export function fieldsOf(step: string, form: NewPoolSettings): readonly (keyof NewPoolSettings)[] {
  const later = Object.values(checkedLater).flat()
  return checkedLater[step] ?? (Object.keys(form) as (keyof NewPoolSettings)[]).filter((key) => !later.includes(key))
}
