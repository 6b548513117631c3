import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  Composer,
  type Document,
  type Node,
  type Scalar,
} from 'yaml'
import { saysMasked } from '../described/masked-value.ts'
import { TooMuch } from '../told/told.ts'

/** What stops the reading of YAML, in a sentence. */
export class YamlProblem extends Error {}

const DEEPEST = 150
const MOST_NODES = 3_000_000

/**
 * The values of a YAML text; CloudFormation's short tags, such as `!Ref`, are written out. A key at the top that comes
 * again begins a value of its own, as when answers are pasted one after another. Errors: `YamlProblem`, `TooMuch`.
 */
export function yamlDocuments(text: string): unknown[] {
  if (isTooDeep(text)) throw new TooMuch()
  const lines = new LineCounter()
  const documents = [
    ...new Composer({ uniqueKeys: false, lineCounter: lines }).compose(new Parser(lines.addNewLine).parse(text)),
  ]
  return documents.flatMap((document) => {
    const [error] = document.errors
    if (error) {
      const { line, col } = lines.linePos(error.pos[0])
      throw new YamlProblem(
        `This YAML is not well-formed: ${error.message.split('\n')[0] ?? ''} (line ${line}, column ${col})`,
      )
    }
    return valuesOf(document)
  })
}

/** Whether brackets or indentation go deeper than any description does. */
function isTooDeep(text: string): boolean {
  let open = 0
  for (const [mark] of text.matchAll(/[[\]{}]/g)) {
    open += mark === '[' || mark === '{' ? 1 : -1
    if (open > 1000) return true
  }
  return /^(?: {1000}| *(?:- ){500})/m.test(text)
}

function valuesOf(document: Document.Parsed): unknown[] {
  const reader = new Reader()
  const { contents } = document
  if (!isMap(contents)) return contents === null ? [] : [reader.plain(contents)]
  const values: Record<string, unknown>[] = []
  let open: [string, unknown][] = []
  const seen = new Set<string>()
  for (const { key, value } of contents.items) {
    const name = String(reader.plain(key))
    if (seen.has(name)) {
      values.push(Object.fromEntries(open))
      open = []
      seen.clear()
    }
    seen.add(name)
    open.push(...reader.entry(name, value))
  }
  return [...values, Object.fromEntries(open)]
}

class Reader {
  private readonly anchors = new Map<string, unknown>()
  private nodes = 0

  /** The value of a node; every alias counts with all that it stands for. */
  plain(node: Node | null, depth = 0): unknown {
    this.nodes += 1
    if (depth > DEEPEST || this.nodes > MOST_NODES) throw new TooMuch()
    if (isAlias(node)) return this.aliased(node.source, depth)
    const value = isMap(node)
      ? this.map(node.items as { key: Node; value: Node | null }[], depth)
      : isSeq(node)
        ? node.items.map((item) => this.plain(item as Node, depth + 1))
        : isScalar(node)
          ? valueOf(node)
          : null
    const tag = node?.tag === undefined ? undefined : /^!(\w+)$/.exec(node.tag)?.[1]
    const made = tag === undefined ? value : { [tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`]: value }
    if (node && 'anchor' in node && typeof node.anchor === 'string') this.anchors.set(node.anchor, made)
    return made
  }

  /** One member, or those that `<<` brings. */
  entry(name: string, value: Node | null, depth = 0): [string, unknown][] {
    const made = this.plain(value, depth + 1)
    if (name !== '<<') return [[name, made]]
    return (Array.isArray(made) ? made : [made]).flatMap((one: unknown) =>
      typeof one === 'object' && one !== null ? Object.entries(one) : [],
    )
  }

  private map(items: readonly { key: Node; value: Node | null }[], depth: number): Record<string, unknown> {
    const own: [string, unknown][] = []
    const brought: [string, unknown][] = []
    for (const { key, value } of items) {
      const name = String(this.plain(key, depth + 1))
      ;(name === '<<' ? brought : own).push(...this.entry(name, value, depth))
    }
    return Object.fromEntries([...brought, ...own])
  }

  private aliased(source: string, depth: number): unknown {
    // Stars in place of a value look like an alias.
    if (saysMasked(`*${source}`)) return `*${source}`
    if (!this.anchors.has(source))
      throw new YamlProblem(`This YAML has the alias *${source}, which names nothing above it.`)
    const value = this.anchors.get(source)
    this.count(value, depth)
    return value
  }

  private count(value: unknown, depth: number): void {
    this.nodes += 1
    if (depth > DEEPEST || this.nodes > MOST_NODES) throw new TooMuch()
    if (typeof value === 'object' && value !== null)
      for (const member of Object.values(value)) this.count(member, depth + 1)
  }
}

/** A number as it is written: where a text is meant, its digits count. */
const valueOf = ({ value, source }: Scalar): unknown => (typeof value === 'number' ? (source ?? value) : value)
