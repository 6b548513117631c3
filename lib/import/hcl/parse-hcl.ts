import { ask, type ToldValue } from '../told/told.ts'
import { HclError, hclTokens, type Token } from './hcl-tokens.ts'
import { ExpressionReader } from './parse-expression.ts'

/** Arguments by their names, those of Terraform 0.11 that are maps among them, and blocks. */
export type HclBody = { attributes: Record<string, ToldValue>; blocks: HclBlock[] }
export type HclBlock = HclBody & { type: string; labels: string[]; line: number }

/** Reads HCL: blocks with their arguments, each an expression. Errors: `HclError`. */
export function parseHcl(source: string): HclBody {
  const reader = new BodyReader(hclTokens(source))
  const body = reader.body()
  if (reader.next)
    throw new HclError(`${reader.next.text.trim()} stands where a block or an attribute belongs.`, reader.line)
  return body
}

const DEEPEST = 60

class BodyReader extends ExpressionReader {
  private within = 0

  body(): HclBody {
    const attributes: [string, ToldValue][] = []
    const blocks: HclBlock[] = []
    for (this.skipLines(); this.next?.kind === 'name' || this.isQuotedKey(); this.skipLines()) {
      const { line } = this
      const name = this.name()
      if (this.takes('=')) {
        attributes.push([name, this.argument()])
        this.endOfArgument()
      } else blocks.push(this.block(name, line))
    }
    return { attributes: Object.fromEntries(attributes), blocks }
  }

  /** A map of Terraform 0.11 is a block whose keys are in quotes. */
  private isQuotedKey(): boolean {
    return this.next?.kind === 'string' && this.peek(1)?.text === '='
  }

  private name(): string {
    const token = this.next
    this.at += 1
    return token ? plainOf(token) : ''
  }

  /** An expression; one of a kind that is not known here is what its text says. */
  private argument(): ToldValue {
    const start = this.at
    try {
      this.begins()
      const value = this.expression()
      if (this.isEnd() || this.sees(',')) return value
      return this.unread(start)
    } catch (error) {
      if (error instanceof HclError && this.canSkip(start)) return this.unread(start)
      throw error
    }
  }

  private canSkip(start: number): boolean {
    this.at = start
    this.skipArgument()
    return this.next !== undefined
  }

  private unread(start: number): ToldValue {
    this.at = start
    this.skipArgument()
    return ask(this.textFrom(start), { reason: 'is not understood' })
  }

  private skipArgument(): void {
    let open = 0
    for (let token = this.next; token && (open > 0 || !this.isEnd()); token = this.next) {
      if (token.kind === 'mark' && '([{'.includes(token.text)) open += 1
      if (token.kind === 'mark' && ')]}'.includes(token.text)) open -= 1
      this.at += 1
    }
  }

  private isEnd(): boolean {
    return !this.next || this.next.kind === 'newline' || this.sees('}')
  }

  private endOfArgument(): void {
    if (this.sees(','))
      throw new HclError(
        'a comma (,) stands after an argument: Terraform takes each argument on a line of its own.',
        this.line,
      )
    if (!this.isEnd()) throw new HclError(`${this.next?.text ?? ''} stands where the line should end.`, this.line)
  }

  private block(type: string, line: number): HclBlock {
    const labels: string[] = []
    while (this.next?.kind === 'name' || this.next?.kind === 'string') labels.push(this.name())
    this.expect('{')
    this.within += 1
    if (this.within > DEEPEST) throw new HclError('the text is nested too deeply.', line)
    const body = this.body()
    this.within -= 1
    this.expect('}')
    return { type, labels, line, ...body }
  }
}

/** A name, or a string as a key. */
const plainOf = (token: Token): string =>
  token.kind === 'string' ? token.parts.map((part) => (typeof part === 'string' ? part : '${…}')).join('') : token.text
