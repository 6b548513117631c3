import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolated } from './isolated.ts'
import { holdsUnseen, seenParts } from './seen-parts.ts'
import { escaped, UNSEEN } from './unseen.ts'

const drawn = (text: string, lines = false) =>
  seenParts(text, { lines })
    .map((part) => (part.unseen ? `<${part.unseen.mark}>` : part.text))
    .join('')

describe('a text of others', () => {
  it.each([
    ['nothing unseen', 'ada@example.com', 'ada@example.com'],
    ['a direction turned round', 'ada\u202emoc.x@e', 'ada<U+202E>moc.x@e'],
    ['an isolate ended', 'a\u2069b', 'a<U+2069>b'],
    ['a character without width', 'a\u200bd\u2060a', 'a<U+200B>d<U+2060>a'],
    ['joiners among Latin letters', 'a\u200dd\u200ca', 'a<U+200D>d<U+200C>a'],
    ['a selector after a letter', 'a\ufe0fb1\ufe0f', 'a<U+FE0F>b1<U+FE0F>'],
    ['hidden tags', 'a\u{e0041}', 'a<U+E0041>'],
    ['a filler', 'a\u3164', 'a<U+3164>'],
    ['a blank before and after', ' lead ', '<␣>lead<␣>'],
    ['blanks in a row', 'a  b    c', 'a<␣␣>b<␣×4>c'],
    ['blanks that only look like one', 'a\u00a0b\u3000c', 'a<U+00A0>b<U+3000>c'],
    ['a tab and line ends', 'a\tb\r\nc', 'a<⇥>b<␍><↵>c'],
    ['NUL and a bell', 'a\u0000b\u0007', 'a<␀>b<␇>'],
    ['one blank alone', ' ', '<␣>'],
    ['nothing', '', ''],
  ])('with %s shows it', (_, text, expected) => {
    expect(drawn(text)).toBe(expected)
  })

  it.each([
    ['a family', '👨‍👩‍👧'],
    ['a heart and a key', '❤️ 1️⃣ 👍🏽'],
    ['Persian', 'می‌خواهم'],
    ['Devanagari', 'क्‍ष'],
    ['Hebrew and Arabic', 'שלום مرحبا'],
    ['an ideograph with its variant', '葛\u{e0100}'],
  ])('keeps what %s is written with', (_, text) => {
    expect(drawn(text)).toBe(text)
  })

  it('keeps its lines where it was written in lines', () => {
    expect(drawn('Called.\n\n\t  Twice\u202e ', true)).toBe('Called.\n\n\t  Twice<U+202E> ')
  })

  it('is told with the name of what is not seen', () => {
    expect(seenParts('a\u202e\u202e').map(({ at, unseen }) => [at, unseen?.name])).toEqual([
      [0, undefined],
      [1, '2 times right-to-left override'],
    ])
  })

  it('is the same when its parts are put together, each at its place', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const parts = seenParts(text)
        expect(parts.map((part) => part.text).join('')).toBe(text)
        expect(parts.every((part) => text.startsWith(part.text, part.at))).toBe(true)
      }),
    )
  })
})

describe('a text of others in a sentence', () => {
  it.each([
    ['ada@example.com', 'ada@example.com'],
    ['ada\u202emoc', 'ada[U+202E]moc'],
    [' lead', '[␣]lead'],
    ['שלום', '\u2068שלום\u2069'],
    ['\u2069\u202eשלום', '\u2068[U+2069][U+202E]שלום\u2069'],
  ])('%j stands as %j', (text, expected) => {
    expect(isolated(text)).toBe(expected)
  })
})

it('what is not seen is escaped in code by its halves', () => {
  expect('a\u202e\u{e0041}'.replaceAll(UNSEEN, escaped)).toBe(String.raw`a\u202e\udb40\udc41`)
})

it.each([
  ['ada@example.com', false],
  ['two  blanks \n and a line', false],
  ['', false],
  ['ada\u200b', true],
  ['\u202ecba', true],
])('of %j it is told whether something in it is not seen: %s', (text, expected) => {
  expect(holdsUnseen(text)).toBe(expected)
})
