import { wordsOfCheck } from './check-words.ts'
import { ADD_CLIENT, PLACE, type Remedy } from '../pool-access/with-remedy.ts'
import { checkById } from './all-checks.ts'

/** What a form says that it has changed for a finding, by the check's id; it can change nothing for the others. */
const changed: Readonly<Record<string, string>> = {
  'guest-access': 'Guest access is turned off here.',
  'classic-flow-on': 'The basic flow is set to Off here.',
  'classic-flow-unset': 'The basic flow is set to Off here.',
  'token-check-off': 'The server-side token check is turned on here.',
  'developer-provider-missing':
    'The name is filled in here as the pool’s developer provider, which can never be changed or removed once it is saved.',
  'twitter-secret': 'Twitter is removed here: its users can no longer sign in through it.',
  'retired-provider': 'The provider is removed here.',
  'same-role': 'The guest role is emptied here: guests get no credentials until they have a role of their own.',
  'mapping-without-provider': 'The mapping is removed here.',
  'ambiguous-role': 'Users whom no rule matches are denied here.',
}

/** What is no finding and opens a form with a change in it all the same. */
const wishes: Readonly<Record<string, NonNullable<Remedy['about']>>> = {
  [ADD_CLIENT]: {
    title: 'A token of an app client that the pool does not take',
    done: 'The app client is added here, with the server-side token check on.',
    todo: 'The pool takes tokens of this app client already.',
  },
}

/**
 * What an address opens a form for, or null: `fix`, a finding with its remedy as a change; `finding`, the same with
 * nothing changed; `at`, only a place.
 */
export function namedRemedy({
  fix,
  finding,
  subject,
  at,
}: Record<string, string | string[] | undefined>): Remedy | null {
  const named = [fix, finding].find((id) => typeof id === 'string')
  if (typeof named === 'string') {
    const check = checkById(named)
    return {
      fix: named,
      subject: typeof subject === 'string' ? subject : '',
      proposes: typeof fix === 'string',
      about: check
        ? { title: check.title, done: changed[named] ?? '', todo: wordsOfCheck(check).remedy }
        : Object.hasOwn(wishes, named)
          ? (wishes[named] ?? null)
          : null,
    }
  }
  return typeof at === 'string' ? { fix: PLACE, subject: at, proposes: false, about: null } : null
}
