/** One source of input and what it does, as both protocols of WebDriver take it. */
export type Actions = ({ type: 'key'; id: string } | { type: 'pointer'; id: string }) & {
  actions: Record<string, unknown>[]
}

/** A browser with one page, whichever protocol leads it. */
export interface Driver {
  /** With its version. */
  name: string
  open: (url: string) => Promise<void>
  back: () => Promise<void>
  /** Runs the text of an expression in the page; what it comes to travels as JSON. */
  run: <T>(expression: string) => Promise<T>
  perform: (actions: Actions[]) => Promise<void>
  stop: () => Promise<void>
}
