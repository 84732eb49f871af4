import { describe, expect, test } from 'vitest'
import { acceptDifferences } from './accept-differences.ts'
import { judgedAs } from './fixtures/judged-as.ts'
import type { FlowResult, TransitionResult, Verdict } from './result.ts'

const one = (
  id: string,
  verdict: Verdict,
  { reason, ...more }: { reason?: string; blockedBy?: string; accepted?: string[] } = {},
): TransitionResult =>
  ({
    ...judgedAs(verdict, reason),
    id,
    label: id,
    source: 'a',
    target: 'b',
    origin: 'log-in.1',
    expected: [],
    observed: [],
    ...more,
  }) as TransitionResult

const flowOf = (...transitions: TransitionResult[]): FlowResult => ({
  id: 'log-in',
  title: 'Log in',
  verdict: 'failed',
  steps: transitions.map(({ id, verdict }, n) => ({
    id: `log-in.${n + 1}`,
    text: '',
    verdict,
    transitions: [{ id, verdict }],
  })),
  sentences: [],
  notModelled: [],
  transitions,
  gaps: [],
  notes: [],
})

const accepts = (accepted: string) => (flow: string, transition: string) =>
  `${flow}/${transition}` === accepted ? 'We know.' : undefined

describe('an accepted difference', () => {
  const differs = one('a/go', 'failed', { reason: 'Not there.' })
  const behind = one('b/go', 'blocked', { blockedBy: 'a/go' })
  const result = acceptDifferences(flowOf(differs, behind, one('c/go', 'passed')), accepts('log-in/a/go'))

  test('that happens is told as accepted, with what was seen and the reason', () => {
    expect(result.transitions[0]).toMatchObject({
      verdict: 'accepted',
      reason: 'Not there. Accepted: We know.',
      accepted: ['We know.'],
    })
    expect(result.steps.map(({ verdict }) => verdict)).toEqual(['accepted', 'not-testable', 'passed'])
    expect(result.verdict).toBe('accepted')
    expect(result.notes).toEqual([])
  })

  test('leaves what can only be reached over it untestable, and says so', () => {
    expect(result.transitions[1]).toMatchObject({
      verdict: 'not-testable',
      reason: 'It can only be reached over a/go, whose difference is accepted.',
    })
  })

  test('that no longer happens is a note', () => {
    const { verdict, notes } = acceptDifferences(flowOf(one('a/go', 'passed')), accepts('log-in/a/go'))
    expect(verdict).toBe('passed')
    expect(notes).toEqual(['log-in/a/go is as documented by now: take it out of `accept` (“We know.”)'])
  })
})

test('another difference is accepted by nobody', () => {
  const { verdict, transitions } = acceptDifferences(
    flowOf(one('a/go', 'failed'), one('b/go', 'blocked', { blockedBy: 'a/go' })),
    accepts('log-in/c/go'),
  )
  expect(verdict).toBe('failed')
  expect(transitions.map(({ verdict }) => verdict)).toEqual(['failed', 'blocked'])
})

test('an error of the set-up is never accepted', () => {
  expect(acceptDifferences(flowOf(one('a/go', 'config-error')), accepts('log-in/a/go')).verdict).toBe(
    'config-error',
  )
})

test('a step that was done without something is accepted with the reason of the profile', () => {
  const accepted = ['There is no “Log In”: one form for all.']
  const flow = flowOf(one('a/go', 'passed', { accepted }))
  const { transitions } = acceptDifferences(flow, () => undefined)
  expect(transitions[0]).toMatchObject({ verdict: 'accepted', reason: accepted[0] })
  expect(acceptDifferences(flow, accepts('log-in/a/go')).notes).toEqual([])
})
