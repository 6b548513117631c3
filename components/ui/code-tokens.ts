export type CodeLanguage = 'shell' | 'hcl' | 'json' | 'yaml' | 'typescript'
type Kind = 'comment' | 'text' | 'name' | 'word' | 'value'
export type CodeToken = { text: string; kind: Kind | null }

const QUOTED = String.raw`"(?:[^"\\\n]|\\.)*"`
const VALUE = String.raw`\b(?:true|false|null|\d+(?:\.\d+)?)\b`

/** What stands out in each language, one group a kind; whatever is between stays as it is. */
const patterns: Record<CodeLanguage, string[]> = {
  shell: [
    String.raw`\\.`,
    String.raw`(?<comment>(?<=^|\s)#.*)`,
    String.raw`(?<value>"?\$(?:\{[^}]*\}|\w+)"?)`,
    String.raw`(?<text>'[^']*'|"(?:[^"\\]|\\.)*")`,
    String.raw`(?<name>(?<=\s)--[\w-]+|\b[A-Z_]+(?==))`,
    String.raw`(?<word>\baws(?= )|&&)`,
  ],
  hcl: [
    String.raw`(?<comment>(?<=^|\s)(?:#|//).*)`,
    String.raw`(?<name>^\s*(?:${QUOTED}|[\w-]+)(?=\s*=))`,
    `(?<text>${QUOTED})`,
    String.raw`(?<word>^\s*(?:terraform|provider|resource|variable|import|output|data|locals)\b)`,
    `(?<value>${VALUE}|\\b(?:var|aws_\\w+)\\.[\\w.]+)`,
  ],
  json: [String.raw`(?<name>${QUOTED}(?=\s*:))`, `(?<text>${QUOTED})`, `(?<value>${VALUE})`],
  yaml: [
    String.raw`(?<comment>(?<=^|\s)#.*)`,
    String.raw`(?<name>(?<=^\s*(?:- )*)(?:${QUOTED}|[\w:.-]+)(?=:(?:\s|$)))`,
    `(?<text>${QUOTED})`,
    `(?<value>${VALUE})`,
  ],
  typescript: [
    String.raw`(?<comment>//.*|/\*[^]*?\*/)`,
    String.raw`(?<name>(?<=^\s*)(?:'(?:[^'\\\n]|\\.)*'|\w+)(?=:))`,
    String.raw`(?<text>'(?:[^'\\\n]|\\.)*'|${QUOTED}|${'`'}[^${'`'}]*${'`'})`,
    String.raw`(?<word>\b(?:import|from|const|new|export|return)\b)`,
    `(?<value>${VALUE})`,
  ],
}

/** Code in the pieces that are coloured alike; together they are the code. */
export function codeTokens(code: string, language: CodeLanguage): CodeToken[] {
  const tokens: CodeToken[] = []
  let end = 0
  for (const { 0: text, index, groups } of code.matchAll(new RegExp(patterns[language].join('|'), 'gm'))) {
    if (index > end) tokens.push({ text: code.slice(end, index), kind: null })
    const kind = kinds.find((one) => groups?.[one] !== undefined) ?? null
    tokens.push({ text, kind })
    end = index + text.length
  }
  if (end < code.length) tokens.push({ text: code.slice(end), kind: null })
  return tokens
}

const kinds = ['comment', 'text', 'name', 'word', 'value'] as const
