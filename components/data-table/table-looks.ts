/** How a person wants a table to be. `columns`: those that are shown or hidden otherwise than at first. */
export type TableLooks = { compact: boolean; columns: Record<string, boolean> }

const usual: TableLooks = { compact: false, columns: {} }

/** `looks-script.ts` puts the second to use before a page is drawn. */
const KEY = 'lifeguard tables'
const STYLE_KEY = 'lifeguard tables css'

let kept: Record<string, TableLooks> | null = null
let sheet: CSSStyleSheet | null = null

export const looksOf = (table: string): TableLooks => all()[table] ?? usual

/** Takes effect at once, and next time before the page is alive. */
export function keepLooks(table: string, looks: TableLooks): void {
  kept = { ...all(), [table]: looks }
  const css = stylesOf(kept)
  apply(css)
  window.dispatchEvent(new Event('tablelooks'))
  try {
    window.localStorage.setItem(KEY, JSON.stringify(kept))
    window.localStorage.setItem(STYLE_KEY, css)
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
}

function all(): Record<string, TableLooks> {
  kept ??= stored()
  return kept
}

function stored(): Record<string, TableLooks> {
  try {
    const found: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}')
    return Object.fromEntries(Object.entries(found ?? {}).map(([table, looks]) => [table, readLooks(looks)]))
  } catch {
    return {}
  }
}

const readLooks = (looks: unknown): TableLooks => ({ ...usual, ...(looks as Partial<TableLooks>) })

/** As a style sheet, by the names that tables and their columns have in the document. */
export function stylesOf(tables: Record<string, TableLooks>): string {
  return Object.entries(tables)
    .flatMap(([table, { compact, columns }]) => {
      const box = `[data-table=${JSON.stringify(table)}]`
      return [
        ...(compact ? [`${box}{--row:28px}`] : []),
        ...Object.entries(columns).map(
          ([head, isShown]) =>
            `${box} [data-column=${JSON.stringify(head)}]{display:${isShown ? 'table-cell' : 'none'}}`,
        ),
      ]
    })
    .join('')
}

function apply(css: string): void {
  sheet ??= document.adoptedStyleSheets[0] ?? null
  if (!sheet) {
    sheet = new CSSStyleSheet()
    document.adoptedStyleSheets = [sheet]
  }
  sheet.replaceSync(css)
}
