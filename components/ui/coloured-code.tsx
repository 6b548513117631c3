import type { ReactNode } from 'react'
import { codeTokens, type CodeLanguage, type CodeToken } from './code-tokens.ts'

const colours: Record<NonNullable<CodeToken['kind']>, string> = {
  comment: 'text-soft italic',
  text: 'text-success-ink',
  name: 'text-accent-ink',
  word: 'text-code-word',
  value: 'text-warning-ink',
}

/** Code with its parts in colour; the text itself is the same. */
export function colouredCode(code: string, language: CodeLanguage): ReactNode[] {
  let offset = 0
  return codeTokens(code, language).map(({ text, kind }) => {
    const key = offset
    offset += text.length
    if (kind === null) return text
    return (
      <span key={key} className={colours[kind]}>
        {text}
      </span>
    )
  })
}
