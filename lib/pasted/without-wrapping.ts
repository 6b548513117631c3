const PAIRS = ['""', "''", '``', '“”', '„“', '‘’', '«»', '()', '[]', '{}', '<>']

/** Without the blanks, quotes, brackets and commas that copying brings along. */
export function withoutWrapping(text: string): string {
  const trimmed = text
    .replaceAll(/^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/g, '')
    .replace(/[,;]+$/, '')
  const last = trimmed.slice(-1)
  const inner = trimmed.slice(1, -1)
  const isPair = trimmed.length > 2 && PAIRS.includes(`${trimmed.charAt(0)}${last}`) && !inner.includes(last)
  if (isPair) return withoutWrapping(inner)
  return trimmed === text ? text : withoutWrapping(trimmed)
}
