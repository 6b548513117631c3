/** A value of a JSON text with the line on which it begins. */
export type Located = {
  line: number
  value: unknown
  /** Of a list. */
  items: Located[] | null
  /** Of an object. */
  members: Map<string, Located> | null
}

export class JsonProblem extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

const STRING = /"(?:[^"\\\n]|\\.)*"/y
const SCALAR = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const SPACE = /\s*/y
const DEEPEST = 40

/** Reads a JSON text so that each mistake can be told with its line. Throws `JsonProblem`. */
export function locatedJson(text: string): Located {
  let at = 0
  let [counted, lines] = [0, 1]
  const line = () => {
    for (; counted < at; counted += 1) if (text[counted] === '\n') lines += 1
    return lines
  }
  const fail = (message: string) => new JsonProblem(line(), message)
  const skip = () => {
    SPACE.lastIndex = at
    at += SPACE.exec(text)?.[0].length ?? 0
  }
  const token = (pattern: RegExp): unknown => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found === undefined) return undefined
    try {
      const value: unknown = JSON.parse(found)
      at += found.length
      return value
    } catch {
      throw fail('In this text there is a character that JSON does not take as it is.')
    }
  }
  const sees = (sign: string): boolean => {
    skip()
    if (text[at] !== sign) return false
    at += 1
    return true
  }
  const next = () => (at >= text.length ? 'the text ends' : `there is ${text[at]}`)

  /** Everything up to the closing bracket, with commas between. */
  const enclosed = (end: string, read: () => void) => {
    if (sees(end)) return
    do {
      skip()
      if (text[at] === end) throw fail(`Before ${end} there is a comma too many.`)
      read()
    } while (sees(','))
    if (!sees(end)) throw fail(`A comma or ${end} is missing: ${next()} instead.`)
  }

  const read = (depth: number): Located => {
    skip()
    const start = line()
    if (depth > DEEPEST) throw fail('This is nested too deeply.')
    if (sees('[')) {
      const items: Located[] = []
      enclosed(']', () => items.push(read(depth + 1)))
      return { line: start, value: items.map(({ value }) => value), items, members: null }
    }
    if (sees('{')) {
      const members = new Map<string, Located>()
      enclosed('}', () => {
        const name = token(STRING)
        if (typeof name !== 'string')
          throw fail(`The name of a member, in double quotes, is missing: ${next()} instead.`)
        if (!sees(':')) throw fail(`A colon is missing after "${name}": ${next()} instead.`)
        members.set(name, read(depth + 1))
      })
      const value = Object.fromEntries([...members].map(([name, member]) => [name, member.value]))
      return { line: start, value, items: null, members }
    }
    const value = token(STRING) ?? token(SCALAR)
    if (value === undefined) throw fail(`A value is missing, or a text without double quotes: ${next()}.`)
    return { line: start, value, items: null, members: null }
  }

  const whole = read(0)
  skip()
  if (at < text.length) throw fail(`After the end of the JSON ${next()}.`)
  return whole
}
