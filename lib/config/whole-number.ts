import { z } from 'zod'
import { rule } from './rule.ts'

/** A whole number of a configuration, no less than so much. */
export const wholeNumber = (must: string, example: string, least: number) =>
  z.int(rule(must, example)).min(least, rule(must, example))
