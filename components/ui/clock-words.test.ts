import { expect, test } from 'vitest'
import { dayAndMonth, hourAndMinute, second } from './clock-words.ts'

test('a moment is told as British English has it', () => {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
  for (let month = 0; month < 12; month += 1) {
    const date = new Date(2026, month, month + 3, month * 2, month, month * 5)
    expect(`${hourAndMinute(date)}:${second(date)}`).toBe(time.format(date))
    expect(dayAndMonth(date)).toBe(day.format(date))
  }
})
