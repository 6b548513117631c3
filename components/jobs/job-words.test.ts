import { expect, it } from 'vitest'
import { jobForTest } from '#lib/jobs/job-for-tests.ts'
import {
  newsOf,
  progressSaid,
  refusalMeanings,
  rateSaid,
  spanSaid,
  stateLook,
  standSaid,
  openSaid,
} from './job-words.ts'

it('a job that was just asked for something is on its way there', () => {
  expect(stateLook({ state: 'running', wanted: 'pause' }).label).toBe('Pausing')
  expect(stateLook({ state: 'paused', wanted: 'pause' }).label).toBe('Paused')
  expect(stateLook({ state: 'paused', wanted: 'cancel' }).label).toBe('Cancelling')
  expect(stateLook({ state: 'cancelled', wanted: 'cancel' }).label).toBe('Cancelled')
  expect(stateLook({ state: 'done', wanted: 'pause' }).label).toBe('Done')
})

it('progress is told by what the kind does, with the whole where that is known', () => {
  expect(progressSaid({ kind: 'delete-identities', done: 1_200, total: 5_000 })).toBe('1,200 of 5,000 deleted')
  expect(progressSaid({ kind: 'scan-pool', done: 60, total: null })).toBe('60 read')
})

it('a job that awaits approval says so in place of how far it came', () => {
  const job = { kind: 'delete-identities', done: 0, total: 5_000 }
  expect(standSaid({ ...job, state: 'awaiting' })).toBe('needs a second person')
  expect(standSaid({ ...job, state: 'waiting' })).toBe('0 of 5,000 deleted')
})

it('those that await approval are not counted as under way', () => {
  const of = (...states: ('running' | 'awaiting' | 'done' | 'draft')[]) => openSaid(states.map((state) => ({ state })))
  expect(of('done', 'draft')).toBeNull()
  expect(of('running', 'done')).toBe('1 job is under way')
  expect(of('awaiting')).toBe('1 job awaits approval')
  expect(of('running', 'running', 'awaiting', 'awaiting')).toBe('2 jobs are under way, 2 jobs await approval')
})

it('what nobody knows of an identity is said so, with what to do', () => {
  expect(refusalMeanings.NotKnown).toBe('Nobody knows whether it was done: look at it.')
})

it('time spans are told by their two largest units', () => {
  expect([0, 48_400, 60_000, 125_000, 7_500_000, 90_000_000].map(spanSaid)).toEqual([
    '0 s',
    '48 s',
    '1 min',
    '2 min 5 s',
    '2 h 5 min',
    '1 d 1 h',
  ])
})

it('rates below ten have a decimal', () => {
  expect([0, 0.52, 9.96, 598.4, 20_000].map(rateSaid)).toEqual(['0', '0.5', '10', '598', '20,000'])
})

it('what a cancel left undone has a meaning', () => {
  expect(refusalMeanings['Cancelled']).toBe('It was under way when the job was cancelled, and was not done.')
})

it('whoever hears a job go on is told its state and how far it came', () => {
  expect(newsOf(jobForTest({ done: 60, total: 150 }))).toBe('Running, 60 of 150 deleted.')
  expect(newsOf(jobForTest({ done: 60, total: 150, refused: 2, state: 'paused' }))).toBe(
    'Paused, 60 of 150 deleted, 2 refused.',
  )
})
