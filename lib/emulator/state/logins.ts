import type { Store } from './store.ts'

/** A login that was proven: who the user is at one provider. */
export interface Login {
  provider: string
  subject: string
  developer: boolean
}

/** The number of the identity that has this login in the pool. */
export function ownerOf(store: Store, pool: number, login: Login): number | null {
  const sql = 'select identity from login where pool = ? and provider = ? and subject = ?'
  return store.get<{ identity: number }>(sql, pool, login.provider, login.subject)?.identity ?? null
}

export const loginsOf = (store: Store, identity: number): (Login & { number: number })[] =>
  store
    .all<{ number: number; provider: string; subject: string; developer: number }>(
      'select number, provider, subject, developer from login where identity = ? order by number',
      identity,
    )
    .map((row) => ({ ...row, developer: row.developer === 1 }))

export function insertLogin(store: Store, link: { identity: number; pool: number; login: Login }) {
  const { provider, subject, developer } = link.login
  store.run(
    'insert into login (identity, pool, provider, subject, developer) values (?, ?, ?, ?, ?)',
    link.identity,
    link.pool,
    provider,
    subject,
    developer ? 1 : 0,
  )
}

export function moveLogins(store: Store, from: number, to: number) {
  store.run('update login set identity = ? where identity = ?', to, from)
}

export function deleteLogin(store: Store, number: number) {
  store.run('delete from login where number = ?', number)
}
