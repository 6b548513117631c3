/** What a step of progress is: `max` of 0 or a `value` of null where nobody knows how much there is. */
export type Stand = { state: string; value: number | null; max: number }

/** Changes only where the state does, and with each quarter of the way. */
export function progressStep({ state, value, max }: Stand): string {
  const quarter = value === null || max === 0 ? 0 : Math.floor((Math.min(value, max) / max) * 4)
  return `${state} ${quarter}`
}
