import { expect, test } from 'vitest'
import { bareNumberOf } from './bare-number.ts'
import { isNoStep, stepLabelOf } from './step-label.ts'

test.each([
  ['Step 1 – Open it', 1, '–', 'Open it'],
  ['Step 2 — Open it', 2, '—', 'Open it'],
  ['Step 3 - Open it', 3, '-', 'Open it'],
  ['STEP 4: Open it', 4, ':', 'Open it'],
  ['Step\u00a05\u00a0–\u00a0Open it', 5, '–', 'Open it'],
  ['Step  12 –Open it', 12, '–', 'Open it'],
  ['**Step 6 –**Open it', 6, '–', 'Open it'],
  ['Step 7', 7, '', ''],
  ['Step8. Open it', 8, '.', 'Open it'],
  ['Step Nine – Open it', 9, '–', 'Open it'],
])('%s is a label', (text, number, separator, rest) => {
  const label = stepLabelOf(text)
  expect(label).toMatchObject({ number, separator, suffix: '' })
  expect(text.slice(label?.length)).toBe(rest)
})

test.each(['Step 3a – Open it', 'Step 3.1 – Open it'])('%s has a suffix', (text) => {
  expect(stepLabelOf(text)?.number).toBe(3)
  expect(stepLabelOf(text)?.suffix).not.toBe('')
})

test.each([
  'Step 1 of 4 – Name it',
  '(Step 1 of 4)',
  'Step 2–4 are optional',
  'Steps 2 to 4: repeat them',
  'Step 3 of the wizard asks for a name',
  'Stepping 1 – on',
  'In Step 1 – before anything else',
  'Step by step',
])('%s is not a step', (text) => {
  expect(stepLabelOf(text)).toBeUndefined()
})

test('a wizard page and a range are told apart from prose', () => {
  expect(isNoStep('Step 1 of 4 – Name it')).toBe(true)
  expect(isNoStep('Step 2–4 are optional')).toBe(true)
  expect(isNoStep('Step 2 – Open it')).toBe(false)
})

test('a bare number is a label before an instruction only', () => {
  expect(bareNumberOf('1.Open it')).toMatchObject({ number: 1, length: 2 })
  expect(bareNumberOf('12) Open it')).toMatchObject({ number: 12 })
  expect(bareNumberOf('1. The lid')).toBeUndefined()
  expect(bareNumberOf('2 days are enough')).toBeUndefined()
})

test('an action with a letter is recognised', () => {
  expect(isNoStep('a. Open it')).toBe(true)
  expect(isNoStep('iv) Open it')).toBe(true)
  expect(isNoStep('a. The lid')).toBe(false)
})
