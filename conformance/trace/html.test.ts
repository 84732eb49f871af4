import { describe, expect, test } from 'vitest'
import { opened, read } from './testing/read-lines.ts'

describe('HTML', () => {
  test.each<[string, string[], string]>([
    ['a list', ['<ol>', '<li>Open the shop.</li>', '<li>Click <b>Order</b>.</li>', '</ol>'], 'page.md'],
    [
      'in JSX',
      ['<ol>', '<li>Open the shop.</li>', '<li>Click <strong>Order</strong>.</li>', '</ol>'],
      'page.mdx',
    ],
    [
      'with Markdown in it',
      [
        '<ol>',
        '<li>',
        '',
        'Open the shop.',
        '',
        '</li>',
        '<li>',
        '',
        'Click **Order**.',
        '',
        '</li>',
        '</ol>',
      ],
      'page.md',
    ],
    [
      'in a block',
      [
        '<div class="steps">',
        '<ol type="a"><li><p>Open the shop.</p></li><li><p>Click <b>Order</b>.</p></li></ol>',
        '</div>',
      ],
      'page.md',
    ],
    [
      'a table',
      [
        '<table>',
        '<tr><th>Step</th><th>Action</th></tr>',
        '<tr><td>1</td><td>Open the shop.</td></tr>',
        '<tr><td>2</td><td>Click <b>Order</b>.</td></tr>',
        '</table>',
      ],
      'page.md',
    ],
  ])('%s', (_, lines, file) => {
    const { steps, labels } = read(['# Order', '', ...lines, '', 'Done.'], file)
    expect(steps).toEqual(opened)
    expect(labels).toEqual(['Order'])
  })

  test('lines are those of the page', () => {
    expect(read(['# Order', '', '<ol>', '<li>Open it.</li>', '<li>Close it.</li>', '</ol>']).lines).toEqual([
      4, 5,
    ])
  })

  test('a list that is commented out has no steps', () => {
    const { steps, odd } = read([
      '# Order',
      '',
      '<!--',
      '1. Open the shop.',
      '',
      '2. Click it.',
      '-->',
      '',
      '1. Close it.',
    ])
    expect(steps).toEqual(['1 Close it.'])
    expect(odd).toEqual([])
  })
})
