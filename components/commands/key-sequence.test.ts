import { describe, expect, it } from 'vitest'
import { nextKeys } from './key-sequence.ts'

const known = ['?', '/', 'g p', 'g a', '1']
const pressed = (...keys: string[]) => {
  let waits = ''
  return keys.flatMap((key) => {
    const next = nextKeys(waits, key, known)
    waits = next.waits
    return next.named ?? []
  })
}

describe('keys pressed one after the other', () => {
  it('name a shortcut', () => {
    expect(pressed('g', 'p')).toEqual(['g p'])
    expect(pressed('?', '1', 'g', 'a')).toEqual(['?', '1', 'g a'])
  })

  it('begin anew where they lead nowhere', () => {
    expect(pressed('g', 'g', 'a')).toEqual(['g a'])
    expect(pressed('g', '1')).toEqual(['1'])
    expect(pressed('p', 'x', 'a')).toEqual([])
  })
})
