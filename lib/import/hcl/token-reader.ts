import { HclError, type Token } from './hcl-tokens.ts'

/** Goes through the pieces of HCL one after another. */
export class TokenReader {
  protected readonly tokens: readonly Token[]
  protected at = 0

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  get next(): Token | undefined {
    return this.tokens[this.at]
  }

  get line(): number {
    return (this.next ?? this.tokens.at(-1))?.line ?? 1
  }

  skipLines(): void {
    while (this.next?.kind === 'newline') this.at += 1
  }

  protected peek(further: number): Token | undefined {
    return this.tokens[this.at + further]
  }

  protected sees(mark: string): boolean {
    return this.next?.kind === 'mark' && this.next.text === mark
  }

  protected takes(mark: string): boolean {
    const seen = this.sees(mark)
    if (seen) this.at += 1
    return seen
  }

  protected expect(mark: string): void {
    if (!this.takes(mark)) throw new HclError(`${mark} is missing.`, this.line)
  }

  /** What was read since a piece, as one line of source of bearable length. */
  protected textFrom(start: number): string {
    let text = ''
    for (const token of this.tokens.slice(start, Math.min(this.at, start + 60))) {
      const apart = /[\w"]$/.test(text) && /^[\w"]/.test(token.text)
      text += `${apart ? ' ' : ''}${token.kind === 'newline' ? ' ' : token.text}`
    }
    return text.length > 80 ? `${text.slice(0, 80)}…` : text
  }
}
