import { assert, constantFrom, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { codeTokens, type CodeLanguage } from './code-tokens.ts'

const languages: CodeLanguage[] = ['shell', 'hcl', 'json', 'yaml', 'typescript']

/** Each piece that stands out, as `kind piece`. */
const seen = (code: string, language: CodeLanguage) =>
  codeTokens(code, language).flatMap(({ text, kind }) => (kind === null ? [] : `${kind} ${text.trim()}`))

it.each(languages)('the pieces of %s are the code', (language) => {
  const unit = constantFrom(...`ab1 "'\\\n:=#/$\{}-\`é👍`)
  assert(
    property(string({ unit, maxLength: 60 }), (code) => {
      expect(
        codeTokens(code, language)
          .map(({ text }) => text)
          .join(''),
      ).toBe(code)
    }),
  )
})

it.each<[CodeLanguage, string, string[]]>([
  [
    'shell',
    `POOL_ID=$(aws x \\\n  --name 'it'\\''s "in"' \\\n  --id "$POOL_ID") && echo # done`,
    [
      'name POOL_ID',
      'word aws',
      'name --name',
      `text 'it'`,
      `text 's "in"'`,
      'name --id',
      'value "$POOL_ID"',
      'word &&',
      'comment # done',
    ],
  ],
  [
    'hcl',
    'resource "a" "b" {\n  on   = true\n  "k-1" = var.secret # why\n}',
    [
      'word resource',
      'text "a"',
      'text "b"',
      'name on',
      'value true',
      'name "k-1"',
      'value var.secret',
      'comment # why',
    ],
  ],
  [
    'json',
    '{ "a": "b: \\"c\\"", "d": [1, null] }',
    ['name "a"', 'text "b: \\"c\\""', 'name "d"', 'value 1', 'value null'],
  ],
  ['yaml', 'A:\n  - "x y": "b: c"\n  - B: true', ['name A', 'name "x y"', 'text "b: c"', 'name B', 'value true']],
  [
    'typescript',
    "import { A } from 'b'\nconst c = new A(d, {\n  on: true, // e\n})",
    ['word import', 'word from', "text 'b'", 'word const', 'word new', 'name on', 'value true', 'comment // e'],
  ],
])('in %s names, texts and values stand out', (language, code, pieces) => {
  expect(seen(code, language)).toEqual(pieces)
})
