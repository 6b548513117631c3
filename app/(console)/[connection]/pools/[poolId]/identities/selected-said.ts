import { grouped } from '#lib/core/grouped.ts'

/** "5 selected, 2 of them not in this list". `listed`: how many of them the list has. */
export const selectedSaid = (selected: number, listed: number): string =>
  `${grouped(selected)} selected${selected > listed ? `, ${grouped(selected - listed)} of them not in this list` : ''}`
