import { assert, jsonValue, property } from 'fast-check'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { awkwardPool } from './pools-for-tests.ts'
import { toCloudFormationYaml, toTemplate } from './to-cloudformation.ts'
import { toYaml } from './to-yaml.ts'

it('any value is read from it as it was', () => {
  assert(
    property(jsonValue({ maxDepth: 4 }), (value) => {
      const text = toYaml(value)
      for (const version of ['1.2', '1.1'] as const)
        expect(parse(text, { version })).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

it('what is not seen is escaped, also beyond four digits', () => {
  expect(toYaml({ Name: 'a\u202e\u{e0041}' })).toBe(String.raw`Name: "a\u202e\U000e0041"`)
  expect(toYaml({ Names: ['b', { Other: [] }] })).toBe('Names:\n  - "b"\n  - Other: []')
})

it('a template in YAML says what the template is', () => {
  expect(parse(toCloudFormationYaml(awkwardPool))).toEqual(toTemplate(awkwardPool))
})
