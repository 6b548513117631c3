import { settings } from './rule.ts'
import { wholeNumber } from './whole-number.ts'

/** What the configuration says of findings. */
export const findingsSettings = settings(
  { changedOutsideDays: wholeNumber('a whole number of days above 0', '30', 1).default(30) },
  '{ "changedOutsideDays": 30 }',
).prefault({})
