import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { publicProviders } from './public-providers.ts'

const root = new URL('../../', import.meta.url)
const names = Object.keys(publicProviders).map((name) => name.replaceAll('.', '\\.'))
const KNOWING = new RegExp(
  `${names.join('|')}|cognito-idp\\.|(?:oidc|saml)-provider/|(?:split|indexOf)\\((['"])[;]\\1`,
  'g',
)
const SENTENCE = /(["'`])(?:(?!\1)[^\n])*\s(?:(?!\1)[^\n])*\1/g
const EXAMPLE = /arn:aws:iam::123456789012:[\w./-]+/g

/** What a file knows of login providers by itself, sentences and examples that people read left out. */
const knownIn = (text: string): string[] =>
  text.replaceAll('\\', '').replaceAll(SENTENCE, '').replaceAll(EXAMPLE, '').match(KNOWING) ?? []

const productFiles = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|-for-tests\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`)
    .filter((path) => !/^lib\/(?:emulator|login-providers)\//.test(path)),
)

it('sees a name, a pattern and a split value, and no sentence', () => {
  const known = [
    "login === 'api.twitter.com'",
    '/^cognito-idp\\./.test(login)',
    '/:saml-provider\\/(.+)$/',
    "value.split(';')",
  ]
  expect(known.map((text) => knownIn(text).length)).toEqual([1, 1, 1, 1])
  expect(knownIn("hint: 'A name like cognito-idp.us-east-1.amazonaws.com/us-east-1_A'")).toEqual([])
})

it('is only here that login providers are known by name, by pattern or by the form of their values', () => {
  expect(productFiles.length).toBeGreaterThan(300)
  const knowing = productFiles.flatMap((path) => {
    const known = knownIn(readFileSync(new URL(path, root), 'utf8'))
    return known.length > 0 ? [`${path}: ${known.join(', ')}`] : []
  })
  expect(knowing).toEqual([])
})
