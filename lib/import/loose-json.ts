const LONGEST = 300_000
const COMMENTS = /^(?:\s+|#[^\n]*|\/\/[^\n]*)+/

/**
 * A text without what people wrap around one: the fences of Markdown around the whole of it, and comments above an
 * object or a list.
 */
export function unwrapped(text: string): string {
  const inside = /^\s*```[^\n]*\n([\s\S]*?)\n[ \t]*```\s*$/.exec(text)?.[1] ?? text
  const above = COMMENTS.exec(inside)?.[0] ?? ''
  return /[[{]/.test(inside[above.length] ?? '') ? inside.slice(above.length) : inside
}

/**
 * What is nearly JSON as YAML that says the same: with comments, commas at the ends, single quotes or bare names, as
 * programs print objects. Null where something is cut off or the text is too long.
 */
export const looseAsYaml = (text: string): string | null =>
  text.length > LONGEST || /\[(?:Object|Array|Circular)[^\]]*\]/.test(text)
    ? null
    : text
        .replaceAll(/^[ \t]*\/\/[^\n]*$/gm, '')
        .replaceAll(/(?<=[:,[]\s*)(?:None|undefined)(?=\s*[,}\]])/g, 'null')
        .replaceAll(/(?<=[{,]\s*)"((?:[^"\\\n]|\\.)*)"\s*:(?=\S)/g, '"$1": ')
        .replaceAll('\t', '  ')
