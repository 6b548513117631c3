import type { Answers, AskedThing, ToldValue } from '../told/told.ts'
import { workingOut } from '../told/work-out.ts'

/**
 * Why a text makes none of a thing, as a sentence goes on: "its count is 0 by the default of var.on". Things with the
 * same `by` are made together.
 */
export type Unmade = { because: string; by: string }

/** Says why none of a thing is made, where `isNone` of what decides it; null for what is made, or may be. */
export type Decide = (told: ToldValue, isNone: (worked: ToldValue) => boolean, says: string) => Unmade | null

/** Decides by defaults, and by what the text itself answers. Errors: `TooMuch`. */
export const decidingBy =
  (answers: Answers): Decide =>
  (told, isNone, says) => {
    const met = new Map<string, AskedThing>()
    const worked = workingOut({ answers, onAsk: (one) => met.set(one.id, one) })(told)
    if (!isNone(worked)) return null
    const all = [...met.values()]
    const given = all.filter(({ id }) => Object.hasOwn(answers, id))
    const presets = all.filter((one) => one.preset !== undefined && !given.includes(one))
    const reasons = [...named('the default', presets), ...named('the value', given)]
    const by = reasons.length > 0 ? ` by ${reasons.join(' and ')}` : ''
    return { because: `${says}${by}`, by: JSON.stringify(told) }
  }

const named = (what: string, all: readonly AskedThing[]): string[] =>
  all.length === 0 ? [] : [`${what}${all.length > 1 ? 's' : ''} of ${all.map(({ id }) => id).join(' and ')}`]

/** The whole sentence. */
export const sayUnmade = (name: string, { because }: Unmade): string => `${name} is not made: ${because}.`
