import type { PoolReport } from './report.ts'

/** Whether a check that did not run is asked for in vain: the connection is set up so. */
export const isInVain = ({ error }: PoolReport['notRun'][number]): boolean => error.code === 'VALIDATION'
