import { describe, expect, it } from 'vitest'
import { everyIdentity } from '../identity-index/schema.ts'
import { parseCommand } from './parse-command.ts'

const poolId = 'us-east-1:00000000-0000-4000-8000-000000000001'
const keptId = 'us-east-1:00000000-0000-4000-8000-000000000002'
const of = ['--connection', 'prod', '--pool', poolId]
const pool = { connectionId: 'prod', poolId }
const read = (line: readonly string[]) => parseCommand(line, (path) => (path === 'keep.csv' ? `id\n${keptId}` : 'id\n'))

describe('a command line', () => {
  it.each([
    [['jobs', 'list'], { verb: 'jobs list' }],
    [['jobs', 'list', ...of], { verb: 'jobs list', connectionId: 'prod', pool }],
    [['scan', ...of], { verb: 'scan', pool }],
    [['reach', ...of, '--fail-on', 'write'], { verb: 'reach', pool, failOn: 'write' }],
    [['findings', '--fail-on', 'high'], { verb: 'findings', failOn: 'high' }],
    [['export', ...of], { verb: 'export', pool, filter: everyIdentity, format: 'csv' }],
    [
      ['jobs', 'pause', 'a'.repeat(32), '--connection', 'prod'],
      { verb: 'pause', connectionId: 'prod', jobId: 'a'.repeat(32) },
    ],
    [
      ['jobs', 'delete', ...of, '--filter', 'state=guest modified<90d', '--keep-list', 'keep.csv', '--dry-run'],
      {
        verb: 'plan',
        pool,
        filter: { ...everyIdentity, states: ['guest'], modifiedBefore: '90d' },
        kept: [keptId],
        maxAgeMs: 86_400_000,
      },
    ],
    [
      ['jobs', 'delete', ...of, '--filter', 'state=guest', '--at-most', '9', '--max-age', '7d'],
      {
        verb: 'delete',
        pool,
        filter: { ...everyIdentity, states: ['guest'] },
        kept: [],
        maxAgeMs: 7 * 86_400_000,
        skipChanged: true,
        atMost: 9,
        name: 'Delete state=guest',
        reason: null,
      },
    ],
    [
      ['jobs', 'delete', ...of, '--filter', 'state=guest', '--at-most', '9', '--no-skip-changed', '--reason', 'DP-7'],
      {
        verb: 'delete',
        pool,
        filter: { ...everyIdentity, states: ['guest'] },
        kept: [],
        maxAgeMs: 86_400_000,
        skipChanged: false,
        atMost: 9,
        name: 'Delete state=guest',
        reason: 'DP-7',
      },
    ],
  ])('%j is what it says', (line, command) => {
    expect(read(line)).toEqual({ asked: { command, json: false, wait: false } })
  })

  it.each([
    [['jobs', 'bake'], 'There is no command "jobs bake".'],
    [['jobs', 'delete', ...of, '--filter', 'state=guest'], '--at-most'],
    [['jobs', 'delete', ...of, '--filter', 'a=b', '--dry-run'], 'The filter cannot be read.'],
    [
      ['jobs', 'delete', ...of, '--filter', 'state=guest', '--keep-list', 'other.csv', '--dry-run'],
      'names no identity',
    ],
    [['jobs', 'delete', ...of, '--filter', 'state=guest', '--max-age', 'old', '--dry-run'], '--max-age'],
    [['jobs', 'delete', ...of, '--at-most', '5'], '--filter'],
    [['scan', ...of, '--filter', 'state=guest'], '"scan" takes no --filter.'],
    [['scan', ...of, 'now'], '"scan" takes no "now".'],
    [['jobs', 'show', '--connection', 'prod'], 'takes the id of one job'],
    [['jobs', 'show', 'nine', '--connection', 'prod'], 'This is not the id of a job.'],
    [['scan', '--conection', 'prod'], '--conection'],
    [['findings', '--fail-on', 'bad'], 'critical'],
  ])('%j cannot be read', (line, said) => {
    expect(read(line)).toEqual({ mistake: expect.stringContaining(said) })
  })

  it.each([[[]], [['--help']], [['jobs', 'delete', '--help']]])('%j asks for help', (line) => {
    expect(read(line)).toEqual({ help: true })
  })
})
