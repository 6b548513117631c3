import { tokensIn } from '../core/tokens-in-text.ts'
import { likelyTokensIn } from './likely-tokens.ts'

/** The tokens of a pasted text: those that say what they are, what else looks like one, and the text without the former. */
export function tokensOf(text: string): { certain: string[]; likely: string[]; rest: string } {
  const tokens = tokensIn(text)
  const rest = tokens.toReversed().reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
  return { certain: tokens.map(({ token }) => token), likely: likelyTokensIn(rest), rest }
}
