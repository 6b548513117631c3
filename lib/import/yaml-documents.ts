import { saysMasked } from './masked-value.ts'
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Scalar } from 'yaml'

/** What stops the reading of YAML, in a sentence. */
export class YamlProblem extends Error {}

/** The values of a YAML text; CloudFormation's short tags, such as `!Ref`, are written out. Errors: `YamlProblem`. */
export function yamlDocuments(text: string): unknown[] {
  const documents = parseAllDocuments(text)
  return [...documents].map(({ errors: [error], contents }) => {
    if (error) throw new YamlProblem(`This YAML is not well-formed: ${error.message.split('\n')[0] ?? ''}`)
    return plain(contents)
  })
}

function plain(node: unknown): unknown {
  // Stars in place of a value look like an alias.
  if (isAlias(node) && saysMasked(`*${node.source}`)) return `*${node.source}`
  if (isAlias(node)) throw new YamlProblem('This YAML has an alias, which CloudFormation does not take: write it out.')
  const value = isMap(node)
    ? Object.fromEntries(node.items.map(({ key, value: member }) => [String(plain(key)), plain(member)]))
    : isSeq(node)
      ? node.items.map(plain)
      : isScalar(node)
        ? valueOf(node)
        : null
  const tag = isMap(node) || isSeq(node) || isScalar(node) ? /^!(\w+)$/.exec(node.tag ?? '')?.[1] : undefined
  if (tag === undefined) return value
  return { [tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`]: value }
}

/** A number as it is written: where a text is meant, its zeros count. */
const valueOf = ({ value, source }: Scalar): unknown => (typeof value === 'number' ? (source ?? value) : value)
