import { createContext, runInContext } from 'node:vm'
import { array, assert, boolean, dictionary, oneof, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { tsLiteral } from './ts-literal.ts'

const context = createContext()

it('a value in TypeScript is that value', () => {
  const text = string({ unit: 'grapheme', maxLength: 12 })
  const leaf = oneof(text, boolean(), array(text, { maxLength: 2 }))
  const value = oneof(leaf, dictionary(text, oneof(leaf, dictionary(text, leaf, { maxKeys: 2 })), { maxKeys: 3 }))
  assert(
    property(value, (any) => {
      expect(JSON.stringify(runInContext(`(${tsLiteral(any)})`, context))).toBe(JSON.stringify(any))
    }),
  )
})

it('a key named __proto__ is a key like any other', () => {
  const made: unknown = runInContext(`(${tsLiteral(JSON.parse('{ "__proto__": "x" }'))})`, context)
  expect(JSON.stringify(made)).toBe('{"__proto__":"x"}')
})
