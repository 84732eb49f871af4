import { describe, expect, test } from 'vitest'
import { findProcedures } from './find-procedures.ts'
import type { IrregularityKind } from './irregularities.ts'
import { parsePage } from './read-page.ts'

function find(...lines: string[]) {
  const { procedures, irregularities, sections } = findProcedures(parsePage('page.md', lines.join('\n')))
  return {
    procedures: procedures.map(({ title, steps }) => ({ title, numbers: steps.map(({ number }) => number) })),
    steps: procedures.flatMap(({ steps }) => steps),
    odd: irregularities.map(({ kind, line }): [IrregularityKind, number] => [kind, line]),
    sections: sections.map(({ title, text }) => [title, text]),
  }
}

describe('procedures', () => {
  test('steps as paragraphs, with all that belongs to them', () => {
    const { procedures, steps, odd } = find(
      '# Pots',
      '## Fill it',
      'Follow the steps:',
      '',
      '**Step 1 –** Open the **Lid** and do one of the following:',
      '',
      '- Pour **Water**',
      '- Pour [milk](/milk.md).',
      '',
      '![A pot](/pot.png)',
      '',
      '**Step 2 –** Close the **Lid** of the **App',
      'registrations**.',
      '',
      '**NOTE:** It is hot.',
    )
    expect(procedures).toEqual([{ title: 'Fill it', numbers: [1, 2] }])
    expect(steps).toMatchObject([
      {
        text: 'Open the Lid and do one of the following:',
        body: 'Open the Lid and do one of the following: Pour Water Pour milk.',
        labels: ['Lid', 'Water'],
        links: ['/milk.md'],
        images: ['/pot.png'],
        line: 5,
        form: 'label',
      },
      {
        body: 'Close the Lid of the App registrations. NOTE: It is hot.',
        labels: ['Lid', 'App registrations'],
      },
    ])
    expect(odd).toEqual([])
  })

  test('steps as an ordered list; what follows the list is no step', () => {
    const { procedures, steps, sections } = find(
      '# Fill it',
      '1. Open the **Lid**.',
      '2. Choose one:',
      '   - **Water**',
      '   - Milk',
      '3. Close it.',
      '',
      'The pot is full.',
    )
    expect(procedures).toEqual([{ title: 'Fill it', numbers: [1, 2, 3] }])
    expect(steps[1]).toMatchObject({
      text: 'Choose one:',
      body: 'Choose one: Water Milk',
      labels: ['Water'],
      line: 3,
    })
    expect(steps[2]?.body).toBe('Close it.')
    expect(sections).toEqual([['Fill it', 'The pot is full.']])
  })

  test('a list continues after an interruption', () => {
    const { procedures } = find('# A', '1. Open it.', '2. Fill it.', '', '![x](/x.png)', '', '3. Close it.')
    expect(procedures).toEqual([{ title: 'A', numbers: [1, 2, 3] }])
  })

  test('tabs are separate procedures, named after the tab', () => {
    const { procedures } = find(
      '# Fill it',
      '<Tabs>',
      '<TabItem value="a" label="By hand">',
      '1. Open it.',
      '2. Close it.',
      '</TabItem>',
      '<TabItem value="b">',
      '1. Press **Fill**.',
      '</TabItem>',
      '</Tabs>',
    )
    expect(procedures).toEqual([
      { title: 'Fill it › By hand', numbers: [1, 2] },
      { title: 'Fill it › b', numbers: [1] },
    ])
  })

  test('mentions of steps are no steps', () => {
    const { procedures, odd } = find(
      '# A',
      '**Step 1 –** On the Pot (Step 1 of 4) page, click **Next**.',
      '',
      '**Step 2 –** Repeat **Step 1**.',
    )
    expect(procedures).toEqual([{ title: 'A', numbers: [1, 2] }])
    expect(odd).toEqual([])
  })

  test('a page without a heading takes its title from the front matter', () => {
    expect(find('---', 'title: Pots', '---', '**Step 1 –** Open it.').procedures[0]?.title).toBe('Pots')
  })
})

const pots = ['# Pots', '**Step 1 –** Open it.', '']

test.each<[IrregularityKind, number, number[], string[]]>([
  ['odd-label', 6, [1, 2, 3], [...pots, '**Step 2 –** Fill it.', '', '**Step 3 -** Close it.']],
  ['empty-step', 4, [1, 2], [...pots, '**Step 2 –**']],
  ['step-in-heading', 4, [1, 2], [...pots, '## Step 2: Fill it']],
  ['step-in-paragraph', 2, [1, 2], ['# Pots', '**Step 1 –** Open it. **Step 2 –** Close it.']],
  ['step-in-container', 5, [1, 2], [...pots, ':::note', '**Step 2 –** Close it.', ':::']],
  ['step-in-container', 4, [1, 2], [...pots, '> **Step 2 –** Close it.']],
  ['step-in-table', 6, [1], [...pots, '| a | b |', '|---|---|', '| Step 2 – Close it. | x |']],
  ['step-in-comment', 4, [1], [...pots, '<!-- **Step 2 –** Close it. -->']],
  ['step-in-html', 5, [1], [...pots, '<p>', '**Step 2 –** Close <x it.', '</p>']],
  ['not-a-step', 4, [1], [...pots, '**Step 1 of 4 –** The lid']],
  ['sub-steps', 4, [1, 2], [...pots, '1. Lift it.', '2. Turn it.', '', '**Step 2 –** Close it.']],
  ['unnumbered-action', 4, [1, 2], [...pots, 'Click **Next**.', '', '**Step 2 –** Close it.']],
  ['missing-number', 4, [1, 3], [...pots, '**Step 3 –** Close it.']],
  ['missing-number', 2, [4], ['# Pots', '**Step 4 –** Close it.']],
  ['missing-number', 4, [1, 2, 3], ['# Pots', '1. Open it.', '2. Fill it.', '4. Close it.']],
  ['duplicate-number', 6, [1, 2, 2], [...pots, '**Step 2 –** Fill it.', '', '**Step 2 –** Close it.']],
  ['number-out-of-order', 6, [1, 3, 2], [...pots, '**Step 3 –** Fill it.', '', '**Step 2 –** Close it.']],
  ['restarted-numbers', 6, [1, 2, 1], [...pots, '**Step 2 –** Fill it.', '', '**Step 1 –** Close it.']],
  ['several-procedures', 6, [1, 1], [...pots, 'Follow the steps to close it.', '', '**Step 1 –** Close it.']],
  ['heading-in-procedure', 4, [1, 2], [...pots, '## Lids', '', '**Step 2 –** Close it.']],
  ['heading-in-procedure', 4, [1, 2], [...pots, '**Lids**', '', '**Step 2 –** Close it.']],
  ['table-in-procedure', 4, [1, 2], [...pots, '| a |', '|---|', '| b |', '', '**Step 2 –** Close it.']],
  ['list-not-procedure', 2, [], ['# Pots', '1. The lid is on top.', '2. The spout is in front.']],
  ['procedure-without-steps', 2, [], ['# Pots', 'Follow the steps to open it.', '', 'Click **Open**.']],
])('%s on line %i', (kind, line, numbers, lines) => {
  const { odd, steps } = find(...lines)
  expect(odd).toContainEqual([kind, line])
  expect(steps.map(({ number }) => number)).toEqual(numbers)
})

test('a procedure continues after a heading only if nothing announces another one', () => {
  const { procedures } = find(...pots, '## Lids', 'Follow the steps:', '', '**Step 2 –** Close it.')
  expect(procedures.map(({ title }) => title)).toEqual(['Pots', 'Lids'])
})

test('several procedures under one heading are told apart by what they are for', () => {
  const { procedures } = find(...pots, 'Follow the steps to close it.', '', '**Step 1 –** Close it.')
  expect(procedures.map(({ title }) => title)).toEqual(['Pots', 'Pots › close it'])
})

test('an introduction belongs to the procedure below it, not to the step above', () => {
  const { steps } = find(...pots, 'Follow the steps to close it.', '', '**Step 1 –** Close it.')
  expect(steps[0]?.body).toBe('Open it.')
})

test('an admonition that is never closed swallows no step', () => {
  const { steps } = find(
    ...pots,
    ':::note',
    'It is hot.',
    '',
    '**Step 2 –** Close it.',
    '',
    '## Fill it',
    '',
    '1. Fill it.',
  )
  expect(steps).toHaveLength(3)
})

test('every line keeps its number, whatever comes before it', () => {
  const { steps } = find(
    '---',
    'id: x',
    '---',
    '<!-- a',
    'comment -->',
    '# Pots {#pots}',
    '```mdx-code-block',
    "import A from './a'",
    '```',
    ':::note Title',
    'Hot.',
    ':::',
    '**Step 1 –** Open',
    'it.',
  )
  expect(steps).toMatchObject([{ line: 13, text: 'Open it.' }])
})
