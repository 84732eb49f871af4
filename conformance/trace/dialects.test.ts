import { describe, expect, test } from 'vitest'
import { opened, read } from './testing/read-lines.ts'

describe('dialects', () => {
  test.each<[string, string[], string[]]>([
    [
      'MkDocs tabs',
      [
        '=== "Web"',
        '',
        '    1. Open the shop.',
        '    2. Click **Order**.',
        '',
        '=== "App"',
        '',
        '    1. Open the shop.',
        '    2. Click **Order**.',
      ],
      ['Order › Web', 'Order › App'],
    ],
    [
      'GitBook tabs',
      [
        '{% tabs %}',
        '{% tab title="Web" %}',
        '1. Open the shop.',
        '2. Click **Order**.',
        '{% endtab %}',
        '',
        '{% tab title="App" %}',
        '1. Open the shop.',
        '2. Click **Order**.',
        '{% endtab %}',
        '{% endtabs %}',
      ],
      ['Order › Web', 'Order › App'],
    ],
    [
      'Hugo tabs',
      [
        '{{< tabs >}}',
        '{{% tab "Web" %}}',
        '1. Open the shop.',
        '2. Click **Order**.',
        '{{% /tab %}}',
        '{{% tab name="App" %}}',
        '1. Open the shop.',
        '2. Click **Order**.',
        '{{% /tab %}}',
        '{{< /tabs >}}',
      ],
      ['Order › Web', 'Order › App'],
    ],
    [
      'Learn zones',
      [
        '::: zone pivot="web"',
        '1. Open the shop.',
        '2. Click **Order**.',
        '::: zone-end',
        '',
        ':::zone pivot="app"',
        '',
        '1. Open the shop.',
        '2. Click **Order**.',
        ':::zone-end',
      ],
      ['Order › web', 'Order › app'],
    ],
    [
      'Learn tabs',
      [
        '# [Web](#tab/web)',
        '',
        '1. Open the shop.',
        '2. Click **Order**.',
        '',
        '# [App](#tab/app)',
        '',
        '1. Open the shop.',
        '2. Click **Order**.',
        '',
        '---',
        '',
        'Done.',
      ],
      ['Order › Web', 'Order › App'],
    ],
  ])('%s', (_, lines, titles) => {
    const found = read(['# Order', '', ...lines])
    expect(found.titles).toEqual(titles)
    expect(found.steps).toEqual([...opened, ...opened])
    expect(found.odd).toEqual([])
  })

  test('a note of MkDocs inside a step belongs to it', () => {
    const { steps, odd } = read([
      '# Order',
      '',
      '1. Open the shop.',
      '',
      '    !!! note "Colour"',
      '        It is blue.',
      '',
      '2. Click **Order**.',
    ])
    expect(steps).toEqual(opened)
    expect(odd).toEqual([])
  })

  test('steps in a note of MkDocs are read, and that is said', () => {
    const { steps, odd } = read([
      '# Order',
      '',
      '!!! tip',
      '',
      '    1. Open the shop.',
      '    2. Click **Order**.',
      '',
      'Done.',
    ])
    expect(steps).toEqual(opened)
    expect(odd).toEqual(['step-in-container'])
  })

  test('pictures, columns and notes of Learn do not part a procedure', () => {
    const { steps, odd } = read([
      '# Order',
      '',
      '1. Open the :::no-loc text="shop":::.',
      '',
      '   :::image type="content" source="media/shop.png" alt-text="Step 9 - none":::',
      '',
      '   > [!NOTE]',
      '   > It is blue.',
      '',
      '2. Click **Order**.',
    ])
    expect(steps).toEqual(opened)
    expect(odd).toEqual([])
  })

  test('Liquid and Hugo inside a line are left out; a comment of Liquid is none', () => {
    const { steps } = read([
      '# Order',
      '',
      '{% comment %}',
      '1. Close it.',
      '{% endcomment %}',
      '',
      '{% if site.shop %}',
      '1. Open the {{< ui >}}shop{{< /ui >}}.',
      '{% endif %}',
      '2. Click {% raw %}**Order**{% endraw %}.',
    ])
    expect(steps).toEqual(opened)
  })

  test('Markdown that is no MDX is read as it is, without a word', () => {
    const lines = [
      '# Order',
      '',
      '<!--',
      '**Step 1 –** Close {it.',
      '-->',
      '',
      'Enter <https://shop.example> and {name}.',
      '',
      '1. Open the shop.',
      '2. Click **Order**.',
    ]
    const { steps, odd } = read(lines)
    expect(steps).toEqual(opened)
    expect(odd).toEqual(['step-in-comment'])
    expect(read(lines, 'page.mdx').odd).toContain('not-mdx')
  })

  test('code is not read', () => {
    expect(read(['# A', '', '```', '=== "Tab"', '1. Open it.', '{% tab %}', '```']).steps).toEqual([])
  })
})
