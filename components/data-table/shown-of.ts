import { grouped } from '#lib/core/grouped.ts'

/** "9 pools", or of those that a filter leaves "7 of 9 pools". */
export function shownOf(shown: number, all: number, noun: string): string {
  const nouns = `${grouped(all)} ${noun}${all === 1 ? '' : 's'}`
  return shown === all ? nouns : `${grouped(shown)} of ${nouns}`
}
