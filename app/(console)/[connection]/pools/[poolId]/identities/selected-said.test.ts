import { expect, it } from 'vitest'
import { selectedSaid } from './selected-said.ts'

it('how many of the selected ones the list does not have is said', () => {
  expect(selectedSaid(1_200, 1_200)).toBe('1,200 selected')
  expect(selectedSaid(1_200, 100)).toBe('1,200 selected, 1,100 of them not in this list')
})
