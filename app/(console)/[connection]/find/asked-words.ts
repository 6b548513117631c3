import { grouped } from '#lib/core/grouped.ts'

/** How a search over pools stands. */
export type Asked = {
  /** Pools that can be asked. */
  total: number
  waiting: number
  /** Those that refused to answer, and those that did not answer. */
  refused: number
  silent: number
  found: number
}

const pools = (count: number) => (count === 1 ? '1 pool' : `${grouped(count)} pools`)

/** One line on how far the search is and what it found. */
export function askedSentence({ total, waiting, refused, silent, found }: Asked): string {
  const parts = [
    waiting > 0 ? `Asking: ${total - waiting} of ${total} pools answered.` : `${pools(total)} asked.`,
    found > 0 ? `${found === 1 ? '1 knows' : `${found} know`} the user.` : '',
    refused > 0 ? `${refused} refused to answer.` : '',
    silent > 0 ? `${silent} did not answer.` : '',
  ]
  return parts.filter(Boolean).join(' ')
}

/** What may be said when nobody knows the user: of those that were asked, and of no other. */
export function absenceTitle(user: string, { total, refused, silent }: Asked): string {
  const answered = total - refused - silent
  if (answered === 0)
    return `Nothing is known of ${user}: ${total === 1 ? 'the pool did not answer' : 'no pool answered'}`
  return answered === 1
    ? `The 1 pool that could be asked does not know ${user}`
    : `None of the ${answered} pools that could be asked knows ${user}`
}

/** What the absence may mean; where nobody answered it means nothing. */
export function absenceMeaning(asked: Asked): string {
  const { total } = asked
  if (hasAnswers(asked))
    return 'Identifiers are compared letter by letter, capitals included. The person may never have signed in, their identity may have been deleted, or the app may use another identifier, such as an e-mail address or a number.'
  const whole = total === 1 ? 'It may know the person.' : 'Any of them may know the person.'
  return `${whole} What came in place of an answer is told below: ask again, or have the access to ${total === 1 ? 'the pool' : 'the pools'} mended.`
}

export const hasAnswers = ({ total, refused, silent }: Asked): boolean => total > refused + silent

/** What was left out of a search. */
export type LeftOut = {
  /** Names of the pools without a developer provider. */
  withoutProvider: readonly string[]
  /** Regions whose pools could not be read. */
  unreadRegions: readonly string[]
  /** The one pool that was chosen, and how many others there are. */
  chosen: { name: string; others: number } | null
}

const NAMED = 12

const named = (names: readonly string[]) =>
  names.length <= NAMED
    ? names.join(', ')
    : `${names.slice(0, NAMED).join(', ')} and ${grouped(names.length - NAMED)} more`

/** What was not asked, a sentence each. */
export function leftOutSentences({ withoutProvider, unreadRegions, chosen }: LeftOut): string[] {
  const count = withoutProvider.length
  return [
    ...(chosen && chosen.others > 0
      ? [
          `Only ${chosen.name} was asked, as chosen: ${pools(chosen.others)} of this connection ${chosen.others === 1 ? 'was' : 'were'} not.`,
        ]
      : []),
    ...(count > 0
      ? [
          `${pools(count)} ${count === 1 ? 'has' : 'have'} no developer provider and cannot be asked: ${named(withoutProvider)}.`,
        ]
      : []),
    ...unreadRegions.map((region) => `${region} was not read, so none of its pools was asked.`),
  ]
}
