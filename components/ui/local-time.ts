import { dayAndMonth, hourAndMinute, second } from './clock-words.ts'

/** By the clock of whoever reads it, with the day where that is another one; null where their clock shows UTC. */
export function localTime(at: number): string | null {
  const date = new Date(at)
  if (date.getTimezoneOffset() === 0) return null
  const time = `${hourAndMinute(date)}:${second(date)}`
  return `${date.getDate() === date.getUTCDate() ? time : `${dayAndMonth(date)}, ${time}`} here`
}
