import { describe, expect, test } from 'vitest'
import { opened, read } from './testing/read-lines.ts'

describe('components', () => {
  test.each<[string, string[]]>([
    [
      'Mintlify and Fern: steps with titles',
      [
        '<Steps>',
        '<Step title="Open the shop.">',
        'It is blue.',
        '</Step>',
        '<Step title="Click Order.">',
        '</Step>',
        '</Steps>',
      ],
    ],
    [
      'in one line each',
      [
        '<Steps>',
        '<Step title="Open the shop.">It is blue.</Step>',
        '<Step title="Click Order." />',
        '</Steps>',
      ],
    ],
    ['Starlight: a list', ['<Steps>', '', '1. Open the shop.', '2. Click **Order**.', '', '</Steps>']],
    [
      'Nextra: headings',
      ['<Steps>', '', '### Open the shop.', '', 'It is blue.', '', '### Click **Order**.', '', '</Steps>'],
    ],
    [
      'Fumadocs: a heading in each step',
      [
        '<Steps>',
        '<Step>',
        '',
        '### Open the shop.',
        '',
        '</Step>',
        '<Step>',
        '',
        '### Click **Order**.',
        '',
        '</Step>',
        '</Steps>',
      ],
    ],
    [
      'GitBook',
      [
        '{% stepper %}',
        '{% step %}',
        '### Open the shop.',
        'It is blue.',
        '{% endstep %}',
        '',
        '{% step %}',
        '### Click **Order**.',
        '{% endstep %}',
        '{% endstepper %}',
      ],
    ],
    ['Hextra', ['{{% steps %}}', '', '### Open the shop.', '', '### Click **Order**.', '', '{{% /steps %}}']],
    ['VuePress', [':::steps', '1. Open the shop.', '2. Click **Order**.', ':::']],
  ])('%s', (_, lines) => {
    expect(read(['# Order', '', ...lines, '', 'Done.']).steps).toEqual(opened)
  })

  test('steps in tabs are separate procedures', () => {
    const tabs = [
      '<Tabs>',
      '<Tab title="Web">',
      '<Steps>',
      '<Step title="Open it." />',
      '</Steps>',
      '</Tab>',
      '<Tab title="App">',
      '<Steps>',
      '<Step title="Tap it." />',
      '</Steps>',
      '</Tab>',
      '</Tabs>',
    ]
    expect(read(['# Order', '', ...tabs]).titles).toEqual(['Order › Web', 'Order › App'])
  })

  test('a procedure and a component after it do not mix', () => {
    const { steps, odd } = read([
      '# A',
      '1. Open the shop.',
      '2. Click **Order**.',
      '',
      '<Steps>',
      '<Step title="Pay." />',
      '</Steps>',
    ])
    expect(steps).toEqual([...opened, '1 Pay.'])
    expect(odd).toEqual([])
  })
})
