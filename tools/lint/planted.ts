/** A file that breaks one rule, and the same file as it should be. Paths are from the repository's root. */
export interface Planted {
  rule: string
  /** Part of what the rule must say. */
  says: string
  bad: Record<string, string>
  good: Record<string, string>
}

export const file = (path: string, source: string) => ({ [path]: `${source}\n` })

export const imports = (specifier: string, name: string) =>
  `import { ${name} } from '${specifier}'\n\nexport const used = ${name}`

export const serverImports = (specifier: string, name: string) => `import 'server-only'\n${imports(specifier, name)}`
