import { describe, expect, test } from 'vitest'
import { acceptDifferences } from './accept-differences.ts'
import type { Acceptance } from './acceptance.ts'
import { judgedAs } from './fixtures/judged-as.ts'
import type { FlowResult, TransitionResult, Verdict } from './result.ts'

const one = (
  id: string,
  verdict: Verdict,
  { reason, ...more }: { reason?: string; blockedBy?: string; accepted?: string[]; notOffered?: true } = {},
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

const today = '2026-11-01'
const accepts = (name: string, more: Partial<Acceptance> = {}): Acceptance[] => [
  { name, of: [name], reason: 'We know.', ...more },
]
const judge = (flow: FlowResult, acceptances: Acceptance[]) => acceptDifferences(flow, acceptances, today)

test('what somebody is not offered, as the profile says, is accepted, and what lies behind cannot be tested', () => {
  const accepted = ['There is no “Users”: administrators alone see it']
  const ends = one('a/go', 'failed', { reason: 'Not there.', accepted, notOffered: true })
  const result = judge(flowOf(ends, one('b/go', 'blocked', { blockedBy: 'a/go' })), [])
  expect(result.transitions[0]).toMatchObject({ verdict: 'accepted', reason: accepted[0] })
  expect(result.transitions[1]).toMatchObject({ verdict: 'not-testable' })
})

describe('an accepted difference', () => {
  const differs = one('a/go', 'failed', { reason: 'Not there.' })
  const behind = one('b/go', 'blocked', { blockedBy: 'a/go' })
  const result = judge(flowOf(differs, behind, one('c/go', 'passed')), accepts('log-in/a/go'))

  test('that happens is reported as accepted, with what was seen and the reason', () => {
    expect(result.transitions[0]).toMatchObject({
      verdict: 'accepted',
      reason: 'Not there. Accepted: We know.',
      accepted: ['We know.'],
    })
    expect(result.steps.map(({ verdict }) => verdict)).toEqual(['accepted', 'not-testable', 'passed'])
    expect(result.verdict).toBe('accepted')
  })

  test('leaves what can only be reached over it untestable, and says so', () => {
    expect(result.transitions[1]).toMatchObject({
      verdict: 'not-testable',
      reason: 'It can only be reached over a/go, whose difference is accepted.',
    })
  })

  test('is reported with its last day, and is still accepted on that day', () => {
    const accepted = judge(flowOf(differs), accepts('log-in/a/go', { until: today }))
    expect(accepted.transitions[0]).toMatchObject({
      verdict: 'accepted',
      reason: 'Not there. Accepted until 2026-11-01: We know.',
      until: today,
    })
  })

  test.each([['the heading'], [/HEADING “Log/i]])('is one that matches %s', (seen) => {
    const heading = one('a/go', 'failed', { reason: 'Not there: the heading “Log in”.' })
    expect(judge(flowOf(heading), accepts('log-in/a/go', { seen })).verdict).toBe('accepted')
  })
})

test('another difference is accepted by nobody', () => {
  const { verdict, transitions } = judge(
    flowOf(one('a/go', 'failed'), one('b/go', 'blocked', { blockedBy: 'a/go' })),
    accepts('log-in/c/go'),
  )
  expect(verdict).toBe('failed')
  expect(transitions.map(({ verdict }) => verdict)).toEqual(['failed', 'blocked'])
})

test.each<[string, Partial<TransitionResult>, Partial<Acceptance>, RegExp]>([
  [
    'another difference than is described',
    {},
    { seen: 'the field' },
    /not what .* describes: “the field”\.$/,
  ],
  [
    'a day that is over',
    {},
    { until: '2026-10-31' },
    /until 2026-10-31 \(“We know.”\), and that day is over/,
  ],
  ['someone who is signed in', { wrongSession: true }, {}, /does not cover a difference in who is signed in/],
  ['a browser that shows its own error', { url: 'chrome-error:…' }, {}, /a target that does not answer/],
  [
    'a connection that is refused',
    { wire: [{ method: 'GET', url: 'x', type: 'document', failure: 'net::ERR_CONNECTION_REFUSED' }] },
    {},
    /a target that does not answer/,
  ],
  [
    'a gateway that says the target is gone',
    { wire: [{ method: 'GET', url: 'x', type: 'document', status: 502 }] },
    {},
    /a target that does not answer/,
  ],
])('%s stays failed, and says why', (_, seen, more, sentence) => {
  const differs = { ...one('a/go', 'failed', { reason: 'Not there.' }), ...seen } as TransitionResult
  const [transition] = judge(flowOf(differs), accepts('log-in/a/go', more)).transitions
  expect(transition).toMatchObject({ verdict: 'failed', reason: expect.stringMatching(sentence) })
  expect(transition?.reason).toMatch(/^Not there\. /)
})

test('a page that was left before it came is no target that does not answer', () => {
  const wire = [{ method: 'GET', url: 'x', type: 'document', failure: 'net::ERR_ABORTED' }]
  const differs = { ...one('a/go', 'failed'), wire } as TransitionResult
  expect(judge(flowOf(differs), accepts('log-in/a/go')).verdict).toBe('accepted')
})

test.each<Verdict>(['config-error', 'harness-error', 'inconclusive', 'not-testable'])(
  '%s is never accepted: nothing was seen',
  (verdict) => {
    const flow = flowOf(one('a/go', verdict, { reason: 'connect ECONNREFUSED 127.0.0.1:4322' }))
    expect(judge(flow, accepts('log-in/a/go')).transitions).toEqual(flow.transitions)
  },
)

test('a step that was done without something is accepted with the reason of the profile', () => {
  const accepted = ['There is no “Log In”: one form for all.']
  const flow = flowOf(one('a/go', 'passed', { accepted }))
  const { transitions } = judge(flow, [])
  expect(transitions[0]).toMatchObject({ verdict: 'accepted', reason: accepted[0] })
})
