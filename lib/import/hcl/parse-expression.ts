import { callOf, getOf, listOf, mapOf, textOf, type ForEach, type ToldValue } from '../told/told.ts'
import { HclError, type StringPart, type Token } from './hcl-tokens.ts'
import { TokenReader } from './token-reader.ts'

const levels = [['||'], ['&&'], ['==', '!='], ['<', '>', '<=', '>='], ['+', '-'], ['*', '/', '%']]
const DEEPEST = 120

/** Reads expressions of HCL. A name that is not of a loop stays a reference. */
export class ExpressionReader extends TokenReader {
  private depth = 0
  private readonly bound: string[] = []

  /** Forgets what an expression that failed left open. */
  protected begins(): void {
    this.depth = 0
    this.bound.length = 0
  }

  /** Errors: `HclError`. */
  expression(): ToldValue {
    this.depth += 1
    if (this.depth > DEEPEST) throw new HclError('the text is nested too deeply.', this.line)
    const start = this.at
    const condition = this.binary(0)
    this.depth -= 1
    if (!this.takes('?')) return condition
    this.skipLines()
    const then = this.expression()
    this.skipLines()
    this.expect(':')
    this.skipLines()
    const otherwise = this.expression()
    return callOf('if', [condition, then, otherwise], this.textFrom(start))
  }

  private binary(level: number): ToldValue {
    const marks = levels[level]
    if (!marks) return this.unary()
    const start = this.at
    let left = this.binary(level + 1)
    for (let mark = this.next; mark?.kind === 'mark' && marks.includes(mark.text); mark = this.next) {
      this.at += 1
      this.skipLines()
      left = callOf(mark.text, [left, this.binary(level + 1)], this.textFrom(start))
    }
    return left
  }

  private unary(): ToldValue {
    const start = this.at
    if (this.takes('!')) return callOf('!', [this.unary()], this.textFrom(start))
    if (!this.takes('-')) return this.postfix()
    const value = this.unary()
    return typeof value === 'string' ? `-${value}` : callOf('-', ['0', value], this.textFrom(start))
  }

  private postfix(): ToldValue {
    const start = this.at
    const { kind, text: root } = this.next ?? { kind: 'mark', text: '' }
    const isName = kind === 'name' && !['true', 'false', 'null'].includes(root) && this.peek(1)?.text !== '('
    const first = isName ? null : this.primary()
    if (isName) this.at += 1
    const path: ToldValue[] = []
    let isSplat = false
    for (;;) {
      if (this.takes('.')) {
        if (this.takes('*')) isSplat = true
        else path.push(this.step())
      } else if (this.sees('[')) {
        this.at += 1
        this.skipLines()
        if (this.takes('*')) isSplat = true
        else path.push(this.expression())
        this.skipLines()
        this.expect(']')
      } else break
    }
    const text = this.textFrom(start)
    if (isSplat) return { is: 'reference', root: text, path: [], text }
    if (!isName) return path.reduce(getOf, first)
    if (this.bound.includes(root)) return path.reduce<ToldValue>(getOf, { is: 'name', name: root })
    return { is: 'reference', root, path, text }
  }

  private step(): string {
    const token = this.next
    if (token?.kind !== 'name' && token?.kind !== 'number')
      throw new HclError('a name is missing after the dot.', this.line)
    this.at += 1
    return token.text
  }

  private primary(): ToldValue {
    const token = this.next
    if (!token || token.kind === 'newline') throw new HclError('a value is missing.', this.line)
    if (token.kind === 'mark') return this.enclosed(token)
    this.at += 1
    if (token.kind === 'string') return this.string(token.parts)
    if (token.kind === 'number') return token.text
    if (this.sees('(')) return this.call(token.text)
    return token.text === 'null' ? null : token.text === 'true'
  }

  private enclosed(token: Token): ToldValue {
    if (token.text === '[') return this.list()
    if (token.text === '{') return this.map()
    if (!this.takes('(')) throw new HclError(`${token.text} stands where a value belongs.`, this.line)
    const start = this.at
    this.skipLines()
    const value = this.expression()
    this.skipLines()
    // What Terraform prints in place of a value, such as (known after apply), is none.
    while (!this.sees(')') && this.next?.kind === 'name') this.at += 1
    const text = this.textFrom(start)
    this.expect(')')
    return /^(?:known after|sensitive value)/.test(text) ? `(${text})` : value
  }

  /** The value of a string: one that is nothing but a template is what the template is. */
  string(parts: readonly StringPart[]): ToldValue {
    const told = parts.map((part): ToldValue => (typeof part === 'string' ? part : this.template(part)))
    const [only = '', ...more] = told
    return more.length === 0 ? only : textOf(told)
  }

  private template({ tokens, isDirective }: Exclude<StringPart, string>): ToldValue {
    const reader = new ExpressionReader(tokens)
    if (isDirective) return callOf('%{', [], 'a text with %{ } in it')
    reader.bound.push(...this.bound)
    reader.depth = this.depth
    reader.skipLines()
    const value = reader.expression()
    reader.skipLines()
    if (reader.next) throw new HclError(`${reader.next.text} does not belong into a template.`, reader.line)
    return value
  }

  private call(name: string): ToldValue {
    const start = this.at - 1
    const args: ToldValue[] = []
    let isSpread = false
    this.expect('(')
    for (this.skipLines(); !this.takes(')'); this.skipLines()) {
      args.push(this.expression())
      if (this.takes('...')) isSpread = true
      this.skipLines()
      if (!this.takes(',') && !this.sees(')')) throw new HclError('a call needs a comma here.', this.line)
    }
    return callOf(isSpread ? '...' : name, args, this.textFrom(start))
  }

  private list(): ToldValue {
    const items: ToldValue[] = []
    this.expect('[')
    this.skipLines()
    if (this.startsLoop()) return this.loop(']')
    for (; !this.takes(']'); this.skipLines()) {
      items.push(this.expression())
      this.skipLines()
      if (!this.takes(',') && !this.sees(']')) throw new HclError('a list needs a comma here.', this.line)
    }
    return listOf(items)
  }

  private map(): ToldValue {
    const entries: [ToldValue, ToldValue][] = []
    this.expect('{')
    this.skipLines()
    if (this.startsLoop()) return this.loop('}')
    for (; !this.takes('}'); this.skipLines()) {
      entries.push([this.key(), this.expression()])
      this.takes(',')
    }
    return mapOf(entries)
  }

  private key(): ToldValue {
    const token = this.next
    const isBare = token?.kind === 'name' && ['=', ':'].includes(this.peek(1)?.text ?? '')
    if (token?.kind === 'mark' && token.text !== '(') throw new HclError('a key is missing.', this.line)
    if (isBare) this.at += 1
    const key = isBare ? token.text : this.expression()
    if (!this.takes('=') && !this.takes(':')) throw new HclError('a key needs an equals sign.', this.line)
    this.skipLines()
    return key
  }

  private startsLoop(): boolean {
    return this.next?.text === 'for' && this.peek(1)?.kind === 'name' && [',', 'in'].includes(this.peek(2)?.text ?? '')
  }

  private loop(end: string): ToldValue {
    this.at += 1
    const first = this.step()
    const second = this.takes(',') ? this.step() : null
    this.at += 1
    const over = this.expression()
    this.skipLines()
    this.expect(':')
    this.skipLines()
    this.bound.push(first, ...(second === null ? [] : [second]))
    const one = this.expression()
    const value = this.takes('=>') ? this.expression() : null
    const isGrouped = this.takes('...')
    this.skipLines()
    const isIf = this.next?.kind === 'name' && this.next.text === 'if'
    if (isIf) this.at += 1
    const when = isIf ? this.expression() : undefined
    this.bound.splice(second === null ? -1 : -2)
    this.skipLines()
    this.expect(end)
    if (isGrouped) return callOf('...', [over], 'a for expression with ...')
    const loop: ForEach = { is: 'each', over, names: second === null ? [' ', first] : [first, second], value: one }
    return { ...loop, ...(end === '}' && { key: one, value }), ...(when !== undefined && { when }) }
  }
}
