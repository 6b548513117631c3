import type { DescribedPool } from './described/described-pool.ts'
import { fieldNames, fromAnswers } from './from-answers.ts'
import { isPulumi, whatItIs } from './other-answers.ts'
import type { ReadPools } from './read-pools-result.ts'
import { saidIn } from './said/said-in.ts'
import { fromCloudFormation } from './template/from-cloudformation.ts'
import { isFields, templatesOf, type Fields } from './template/template.ts'
import { fromTerraformJson } from './terraform/from-terraform-json.ts'
import { fromTerraformSyntax } from './terraform/from-terraform-syntax.ts'
import { toPlain, toTold, type Answers } from './told/told.ts'

type Found = { source: string; pools: DescribedPool[] }
type Read = (said: Answers) => Found | null

/**
 * The identity pools of documents, whatever each of them is. `parseText` reads a template that stands in a text; `given`
 * is what other texts say of what these ask for. Errors: `TooMuch`.
 */
export function fromDocuments(
  documents: readonly unknown[],
  parseText: (text: string) => unknown[],
  given: Answers,
): ReadPools {
  const readers: Read[] = []
  let found: Found[] = []
  const answers: Answers[] = []
  const rest: Fields[] = []
  const take = (document: unknown): void => {
    const said = saidIn(document)
    const reader: Read = (known) => read(document, parseText, known)
    const described = said === null ? reader(given) : null
    if (said) answers.push(said)
    else if (described) {
      found.push(described)
      readers.push(reader)
    } else if (Array.isArray(document)) for (const one of document as unknown[]) take(one)
    else if (isFields(document)) rest.push(document)
  }
  for (const document of documents) take(document)
  const isDescribed = rest.some((one) => 'IdentityPoolName' in one)
  const named = isDescribed ? [] : rest.filter(hasValues)
  const said = merged([...named.map(valuesOf), ...answers])
  // What is made may hang on what the other documents say.
  if (Object.keys(said).length > 0) found = readers.flatMap((reader) => reader({ ...given, ...said }) ?? [])
  if (isDescribed) found.unshift({ source: 'an answer of describe-identity-pool', pools: fromAnswers(rest) })
  if (found.length === 0) {
    const saysSomething = Object.keys(said).length > 0
    return { ok: false, problem: whatItIs(rest, saysSomething), ...(saysSomething && { said }) }
  }
  const notes = (isDescribed ? [] : rest)
    .filter((one) => !named.includes(one))
    .slice(0, 20)
    .map((one) => `An object with ${fieldNames(one)} is not understood, so it was left out.`)
  return {
    ok: true,
    source: [...new Set(found.map(({ source }) => source))].join(' and '),
    pools: found
      .flatMap(({ pools }) => pools)
      .map((pool) => ({ ...pool, label: '', notes: [...pool.notes, ...notes] })),
    said,
  }
}

const merged = (all: readonly Answers[]): Answers => Object.fromEntries(all.flatMap((one) => Object.entries(one)))

/** Amplify keeps the parameters of its template in a document of nothing but names and values, functions among them. */
const hasValues = (one: Fields): boolean =>
  Object.keys(one).length > 0 &&
  Object.values(one).every((value) =>
    isFields(value)
      ? Object.keys(value).every((name) => name.startsWith('Fn::') || name === 'Ref')
      : !Array.isArray(value) || value.every((item) => typeof item !== 'object'),
  )

const valuesOf = (one: Fields): Answers =>
  Object.fromEntries(
    Object.entries(one).flatMap(([name, value]) => {
      const plain = isFields(value) ? undefined : toPlain(toTold(value))
      return plain === undefined || plain === null ? [] : [[name, plain] as const]
    }),
  )

function read(document: unknown, parseText: (text: string) => unknown[], said: Answers): Found | null {
  if (isFields(document) && isPulumi(document)) return null
  const templates = templatesOf(document, parseText)
  const [first] = templates
  if (first)
    return {
      source: first.serverless ? 'a file of Serverless' : 'a CloudFormation template',
      pools: templates.flatMap((one) => fromCloudFormation(one, said)),
    }
  const json = fromTerraformJson(document)
  if (json)
    return {
      source: isFields(document) && 'version' in document ? 'a state of Terraform' : 'what terraform show -json prints',
      pools: json,
    }
  const syntax = fromTerraformSyntax(document, said)
  return syntax ? { source: 'Terraform configuration in JSON', pools: syntax } : null
}
