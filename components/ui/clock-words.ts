import { monthNames } from './month-names.ts'

const two = (number: number) => String(number).padStart(2, '0')

// Written out: the browser's own formats read all that it knows of languages, on every page, while it opens.
/** A moment by this machine's clock: "22:05". */
export const hourAndMinute = (date: Date): string => `${two(date.getHours())}:${two(date.getMinutes())}`

/** Its day by this machine's clock: "4 Sept". */
export const dayAndMonth = (date: Date): string => `${date.getDate()} ${monthNames[date.getMonth()] ?? ''}`

/** Its second: "09". */
export const second = (date: Date): string => two(date.getSeconds())
