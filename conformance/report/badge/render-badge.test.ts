import { XmlDocument } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { logIn } from '../../../machines/first-login/log-in.ts'
import { fullResult } from '../fixtures/full-result.ts'
import { makeResult } from '../fixtures/make-result.ts'
import { renderBadge } from './render-badge.ts'

test('says how many documented steps conform, in the colour of the whole', () => {
  const steps = makeResult({ flows: [logIn] }).flows.flatMap((flow) => flow.steps).length
  expect(JSON.parse(renderBadge(makeResult({ flows: [logIn] }), 'badge.json'))).toEqual({
    schemaVersion: 1,
    label: 'documented steps',
    message: `${steps} of ${steps} conform`,
    color: 'brightgreen',
  })
  expect(JSON.parse(renderBadge(fullResult(), 'badge.json'))).toMatchObject({ color: 'red' })
})

test('a run without a verdict is not green, and one without flows counts checks', () => {
  const silent = makeResult({
    flows: [logIn],
    outcomes: { 'loginPage/log-in': { verdict: 'inconclusive', reason: 'Silence.' } },
  })
  expect(JSON.parse(renderBadge(silent, 'b.json'))).toMatchObject({
    color: 'lightgrey',
    message: expect.stringMatching(/^no verdict, \d+ of \d+ conform$/),
  })
  const full = fullResult()
  const summary = { ...full.summary, steps: {} }
  expect(JSON.parse(renderBadge({ ...full, summary }, 'b.json'))).toMatchObject({
    label: 'checks',
    message: '1 of 4 conform',
  })
})

test('is a picture that says the same where the file is one', () => {
  const svg = XmlDocument.fromString(renderBadge(fullResult(), 'docs/badge.SVG'))
  expect(svg.get("//*[local-name()='title']")?.content).toMatch(/^documented steps: \d+ of \d+ conform$/)
})
