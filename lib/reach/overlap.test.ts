import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { coversAll, overlaps } from './overlap.ts'

const ALPHABET = ['a', 'b', '/', ':']

/** Every text of up to four characters. */
const texts = Array.from({ length: 4 }).reduce<string[][]>(
  (all) => [...all, (all.at(-1) ?? []).flatMap((text) => ALPHABET.map((one) => text + one))],
  [['']],
)
const every = texts.flat()

const toRegExp = (source: string, pieces: [RegExp, string][]) =>
  new RegExp(
    `^${pieces.reduce((text, [from, to]) => text.replaceAll(from, to), source.replaceAll(/[.+^()|[\]\\]/g, '\\$&'))}$`,
  )
const ofPattern = (pattern: string) =>
  toRegExp(pattern, [
    [/\*/g, '[^]*'],
    [/\?/g, '[^]'],
  ])
const ofTemplate = (template: string) =>
  toRegExp(template, [
    [/\$\{BucketName\}/g, '[^/]*'],
    [/\$\{Any\}/g, '[^]*'],
  ])

const pattern = fc.array(fc.constantFrom('a', 'b', '/', ':', '*', '?'), { maxLength: 4 }).map((parts) => parts.join(''))
const template = fc
  .array(fc.constantFrom('a', 'b', '/', '${BucketName}', '${Any}'), { maxLength: 3 })
  .map((parts) => parts.join(''))

it('a pattern overlaps a kind of resources when some resource is one of both', () => {
  fc.assert(
    fc.property(pattern, template, (one, kind) => {
      const fits = [ofPattern(one), ofTemplate(kind)]
      // Of so short patterns a resource of both, where there is one, is no longer than four characters.
      const shared = every.some((text) => fits.every((fit) => fit.test(text)))
      const isShort = one.length + kind.replaceAll(/\$\{\w+\}/g, '').length <= 4
      const asked = overlaps(`arn:aws:s3:::${one}`, `arn:\${Partition}:s3:::${kind}`)
      expect(shared ? [true] : isShort ? [false] : [true, false]).toContain(asked)
    }),
    { numRuns: 5000 },
  )
})

it.each([
  ['*', 'arn:${Partition}:s3:::${BucketName}', true],
  ['arn:aws:s3:::photos', 'arn:${Partition}:s3:::${BucketName}', true],
  ['arn:aws:s3:::photos/*', 'arn:${Partition}:s3:::${BucketName}', false],
  ['arn:aws:s3:::photos/*', 'arn:${Partition}:s3:::${BucketName}/${ObjectName}', true],
  ['arn:aws:s*:::photos', 'arn:${Partition}:s3:::${BucketName}', true],
  ['arn:aws:sqs:::photos', 'arn:${Partition}:s3:::${BucketName}', false],
  ['arn:aws:s3', 'arn:${Partition}:s3:::${BucketName}', true],
  ['arn:aws:s3:::${aws:PrincipalTag/a:b}', 'arn:${Partition}:s3:::${BucketName}', true],
  ['arn:aws:iam::aws:policy/x', 'arn:${Partition}:iam::${Account}:policy/${PolicyNameWithPath}', true],
  ['arn:aws:iam::aws:role/x', 'arn:${Partition}:iam::${Account}:policy/${PolicyNameWithPath}', false],
])('%s and %s: %s', (one, kind, expected) => {
  expect(overlaps(one, kind)).toBe(expected)
})

it.each([
  ['arn:aws:s3:::*', 'arn:${Partition}:s3:::${BucketName}', true],
  ['arn:aws:s3:::a*', 'arn:${Partition}:s3:::${BucketName}', false],
  ['arn:aws:s3:::*/*', 'arn:${Partition}:s3:::${BucketName}/${ObjectName}', true],
  ['arn:aws:s3:::${aws:username}', 'arn:${Partition}:s3:::${BucketName}', false],
])('%s covers all of %s: %s', (one, kind, expected) => {
  expect(coversAll(one, kind)).toBe(expected)
})
