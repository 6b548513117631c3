import type { FactChange } from '../facts/facts.ts'

type Section = { step: string; facts: FactChange[] }

/** The steps of the form for a new pool, by the keys of the facts that are made there; all others are of the first. */
const steps: readonly [step: string, keys: RegExp | null][] = [
  ['Basics', null],
  ['Login providers', /^(?:user-pool|login-provider|oidc|saml|developer-provider|principal-tags?)(?: |$)/],
  ['Roles', /^(?:new )?(?:role|mapping|rule) /],
  ['Tags', /^tag /],
]

/** What a new pool will be, by the step of the form that says so. */
export function plannedSections(facts: readonly FactChange[]): Section[] {
  const stepOf = ({ key }: FactChange) => steps.find(([, keys]) => keys?.test(key))?.[0] ?? 'Basics'
  return steps.map(([step]) => ({ step, facts: facts.filter((fact) => stepOf(fact) === step) }))
}
