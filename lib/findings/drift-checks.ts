import { grouped } from '../core/grouped.ts'
import { defineCheck } from './check.ts'

export const changedOutside = defineCheck({
  id: 'changed-outside',
  severity: 'low',
  title: 'Changed outside Lifeguard',
  form: 'history',
  counterparts: [],
  reads: ['drift'],
  find: ({ drift }) =>
    drift === null
      ? []
      : [
          {
            subject: moment(drift.at),
            evidence: `${drift.count === 1 ? '1 difference was' : `${grouped(drift.count)} differences were`} found on ${moment(drift.at)} that Lifeguard did not make; on ${moment(drift.since)} the pool was still without ${drift.count === 1 ? 'it' : 'them'}.`,
          },
        ],
})

const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
