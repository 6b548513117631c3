import { withReadableTimes } from '../core/readable-times.ts'
import { knownRefusals, type RefusalRemedy } from './refusals.ts'

/** An error of the service in a text: its words, what it means, and whether the token decides it. */
export type SaidError = { message: string; remedy: RefusalRemedy; aboutToken: boolean }

const OF_TOKEN = /login token|supported provider/i

/**
 * The error of the service that a text of an app or a log tells, by its own words; null where there is none. An
 * exception by its name alone counts where the name has one meaning.
 */
export function errorInText(text: string): SaidError | null {
  for (const [name, words, remedy] of knownRefusals) {
    const found = words.source === '.' ? new RegExp(`${name}\\b`).exec(text) : words.exec(text)
    if (found) {
      const message = sentenceAt(text, found.index)
      return { message: withReadableTimes(message), remedy, aboutToken: OF_TOKEN.test(message) }
    }
  }
  return null
}

const MOST = 200

/** The words of one line around a place, without what a log or a program puts around them. */
function sentenceAt(text: string, at: number): string {
  const start = Math.max(...['\n', '"', '`', '{'].map((mark) => text.lastIndexOf(mark, at))) + 1
  const [line = ''] = text.slice(start).split(/[\n"`}]/)
  return line.trim().slice(0, MOST)
}
