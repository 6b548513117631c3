import { loginLabel } from '../login-providers/login-label.ts'
import { loginProvider } from '../login-providers/login-provider.ts'
import type { Identity } from './identity.ts'
import { whatLivesOn } from './what-lives-on.ts'

/** What is known of an identity's pool: null where it has no developer provider, absent where no pool is known. */
type Place = { developerProvider: string | null; users: readonly string[] } | null

/** Where a step leads: a page, or a place on this one. */
export type StepTarget = 'find' | 'merge' | 'erase'
export type Advice = { said: string; step: (string | { to: StepTarget; text: string })[] }

const find = { to: 'find', text: 'Find' } as const
const erase = { to: 'erase', text: 'Erase a person' } as const
const merge = { to: 'merge', text: 'merge the two' } as const

/** What to do, in the words of the person who calls; only what this pool and this identity can follow. */
export function adviceOf(identity: Identity, place: Place): Advice[] {
  if (identity.state === 'disabled') return ofDisabled
  if (identity.state === 'guest') return ofGuest
  const publicLogins = identity.logins.filter((login) => login !== place?.developerProvider)
  return [
    { said: '“I signed in and my account is empty.”', step: emptyAccount(place) },
    { said: '“My e-mail address changed.”', step: newAddress(place, publicLogins) },
    { said: '“Somebody else can get into my account.”', step: intruder(place, publicLogins) },
    erasure,
  ]
}

const erasure: Advice = {
  said: '“Delete everything about me.”',
  step: [
    erase,
    ' finds every identity of theirs, deletes them with the notes and gives a record. What apps keep under an ID is theirs to delete.',
  ],
}

const ofDisabled: Advice[] = [
  {
    said: '“The app says: Access to Identity is forbidden.”',
    step: ['The device still holds this ID. Let them sign out and in again; the app has to forget the ID then.'],
  },
  {
    said: '“My data is gone.”',
    step: [
      'It is kept under this ID, which nobody reaches. Move it to their present identity, the one named under State or found with ',
      find,
      '. Lifeguard cannot move it: whoever runs the app can.',
    ],
  },
]

const ofGuest: Advice[] = [
  {
    said: '“What I did before I signed in is gone.”',
    step: [
      'If this is their device’s guest, the data is kept under this ID. Nothing joins a guest to an identity with logins from here: only the app can move its data.',
    ],
  },
  erasure,
]

function emptyAccount(place: Place): Advice['step'] {
  const second = 'They signed in another way and got a second identity. '
  if (place === null)
    return [second, find, ' it; whether the two can be joined depends on the pool: choose it under State.']
  if (place.developerProvider === null)
    return [
      second,
      `This pool has no developer provider, so nothing joins the two from here: only the app can, while the person is signed in both ways. ${START_ANEW}`,
    ]
  if (place.users.length === 0)
    return [
      second,
      find,
      ` the other one. If it has a developer user identifier, Link identifier on this page takes that together with a token of the person, and AWS brings the two together. Without a token only the app can. ${START_ANEW}`,
    ]
  return [second, find, ' it by the other identifier, then ', merge, '. ', ...WITHOUT_USER]
}

const START_ANEW =
  'If the new one holds nothing, delete it: the person signs in the old way then, and adds the new login in the app.'
const WITHOUT_USER = [
  'One without a developer user identifier cannot be merged: there Link identifier helps, with a token of the person.',
]

function newAddress(place: Place, publicLogins: readonly string[]): Advice['step'] {
  const stays =
    publicLogins.length > 0
      ? `${list(publicLogins)} ${publicLogins.length === 1 ? 'leads' : 'lead'} here whatever the address of the account is: nothing is to be done for that.`
      : null
  if (place === null || place.users.length === 0)
    return [stays ?? 'Choose the pool under State to see the identifiers that lead here.']
  if (stays === null)
    return ['Link the new identifier first, then unlink the old one: the identity never loses its last login.']
  return [
    `${stays} If the address is a developer user identifier, link the new one first and unlink the old one then; AWS wants a token of ${list(publicLogins, 'or')} for the link, which Link identifier takes along.`,
  ]
}

function intruder(place: Place, publicLogins: readonly string[]): Advice['step'] {
  const proof =
    publicLogins.length === 0
      ? ''
      : ` For ${list(publicLogins, 'or')} AWS wants a valid token of a login of this identity; without one only the app can, or the identity has to be deleted.`
  // Where no pool is known, a login that may be a developer provider's is taken for one.
  const isOfDeveloper =
    place === null
      ? publicLogins.some((login) => loginProvider(login).kind === 'developer')
      : place.developerProvider !== null
  const lasting = ` ${whatLivesOn(isOfDeveloper)}`
  const users =
    place && place.users.length > 0 && publicLogins.length > 0 ? ' A developer user identifier needs none.' : ''
  return [`Unlink the login that is not theirs. Who used it gets a new, empty identity.${proof}${users}${lasting}`]
}

function list(logins: readonly string[], word: 'and' | 'or' = 'and'): string {
  const labels = logins.map(loginLabel)
  return labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} ${word} ${labels.at(-1)}`
}
