import { toCsv } from '../core/to-csv.ts'
import type { ReachReport } from './reach-report.ts'

const COLUMNS = ['status', 'who', 'role', 'service', 'action', 'level', 'width', 'condition', 'note']

/** What a pool's people reach as CSV (RFC 4180): a line an action, and one for each role that is not known. */
export const reachCsv = ({ rows }: ReachReport): string =>
  toCsv([
    COLUMNS,
    ...rows.flatMap(({ who, arn, cells, unread, keptBack, regained }) => [
      ...(unread === null ? [] : [['not known', who, arn ?? '', '', '', '', '', '', unread.message]]),
      ...cells.flatMap(({ service, actions }) =>
        actions.map(({ action, level, width, certain }) => [
          'reached',
          who,
          arn ?? '',
          service,
          action,
          level,
          width,
          certain ? '' : 'depends on a condition',
          '',
        ]),
      ),
      ...keptBack.map(({ action, level, width }) => [
        'kept back by Cognito',
        who,
        arn ?? '',
        action.split(':')[0] ?? '',
        action,
        level,
        width,
        '',
        regained ? 'reached by the basic flow all the same' : '',
      ]),
    ]),
  ])
