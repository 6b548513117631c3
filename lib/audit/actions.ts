'use server'

import { defineAction } from '../action.ts'
import { readPoolHistory } from './read-entries.ts'
import { poolHistoryInput } from './schema.ts'

/** What was done to a pool here, or tried, newest first. */
export const listPoolHistory = defineAction({
  name: 'ListPoolHistory',
  effect: 'read',
  permission: 'audit:read',
  input: poolHistoryInput,
  run: (_context, { pool, cursor }) => readPoolHistory(pool, cursor),
})
