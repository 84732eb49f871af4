import { expect, test } from 'vitest'
import { parsePage } from './read-page.ts'
import { splitSteps } from './split-steps.ts'

function pieces(text: string) {
  const paragraph = parsePage('page.md', text).root.children[0]
  if (paragraph?.type !== 'paragraph') throw new Error('The fixture is not one paragraph.')
  return splitSteps(paragraph.children, 1).map(({ label, nodes: _, ...rest }) => ({
    number: label?.number,
    ...rest,
  }))
}

test('a label and its instruction, over several lines', () => {
  expect(pieces('**Step 2 –** Click **Send\nnow** and\nwait.')).toEqual([
    { number: 2, text: 'Click Send now and wait.', line: 1, style: 'bold' },
  ])
})

test.each([
  ['**Step 2** – Click it.', 'bold'],
  ['__Step 2 –__ Click it.', 'bold'],
  ['**Step 2** Click it.', 'bold'],
  ['**Step\u00a02\u00a0–**\u00a0 Click it.', 'bold'],
  ['**Step 2 – Click it.**', 'all-bold'],
  ['**Step 2 –**Click it.', 'broken'],
  ['Step 2: Click it.', 'plain'],
])('%s', (text, style) => {
  expect(pieces(text)).toEqual([{ number: 2, text: 'Click it.', line: 1, style }])
})

test('steps on the lines of one paragraph are split', () => {
  expect(pieces('First:\n**Step 1 –** One\nmore.\n**Step 2 –** Two.')).toEqual([
    { number: undefined, text: 'First:', line: 1 },
    { number: 1, text: 'One more.', line: 2, style: 'bold' },
    { number: 2, text: 'Two.', line: 4, style: 'bold' },
  ])
})

test('a bold label within a line begins a step', () => {
  expect(
    pieces('**Step 1 –** One. **Step 2 –** Two.').map(({ number, midLine }) => [number, midLine]),
  ).toEqual([
    [1, undefined],
    [2, true],
  ])
})

test('steps that are only mentioned are none', () => {
  expect(pieces('Go back to **Step 2** and to Step 3 of it (Step 1 of 4).')).toHaveLength(1)
  expect(pieces('**Step 2** is optional.')).toMatchObject([{ number: undefined }])
  expect(pieces('Step 3 is optional.')).toEqual([{ number: undefined, text: 'Step 3 is optional.', line: 1 }])
  expect(pieces('**Step 1 of 4 –** The name.')[0]).toMatchObject({ noStep: true })
})
