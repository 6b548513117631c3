import { same } from '#lib/facts/rebase.ts'

let made: object = {}

/** Remembers what this tab went back to, which its forms then take over. `state`: what was saved, under its kind. */
export function rememberState(state: object): void {
  made = state
}

/** Whether what a form would show, or a part of it, is what this tab went back to. */
export function isOwnState(latest: object): boolean {
  const parts = partsOf(made).filter((part) => typeof part === 'object' && part !== null)
  return [latest, ...partsOf(latest)].some((one) => parts.some((part) => same(one, part)))
}

const partsOf = (state: object): unknown[] => Object.values(state)
