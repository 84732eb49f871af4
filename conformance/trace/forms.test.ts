import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findProcedures } from './find-procedures.ts'
import { parsePage } from './read-page.ts'

function read(lines: string[], file = 'page.md') {
  const { procedures, irregularities } = findProcedures(parsePage(file, lines.join('\n')))
  return {
    steps: procedures.flatMap(({ steps }) => steps.map(({ number, text }) => `${number} ${text}`)),
    titles: procedures.map(({ title }) => title),
    lines: procedures.flatMap(({ steps }) => steps.map(({ line }) => line)),
    labels: procedures.flatMap(({ steps }) => steps.flatMap(({ labels }) => labels)),
    files: procedures.flatMap(({ steps }) => steps.map(({ file }) => file)),
    odd: irregularities.map(({ kind }) => kind),
    said: irregularities.map(({ text }) => text),
  }
}

const opened = ['1 Open the shop.', '2 Click Order.']

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

describe('other forms', () => {
  test.each<[string, string[]]>([
    [
      'a table with numbers',
      ['| # | What to do |', '|---|---|', '| 1 | Open the shop. |', '| 2 | Click **Order**. |'],
    ],
    [
      'a table with labels',
      ['| Step | What |', '|---|---|', '| Step 1 | Open the shop. |', '| **Step 2** | Click **Order**. |'],
    ],
    ['headings', ['## Step 1', '', 'Open the shop.', '', '## Step 2: Click **Order**.']],
    [
      'headings without a sign',
      ['## Step 1 Open the shop.', '', 'It is blue.', '', '## Step 2 Click **Order**.'],
    ],
    ['letters', ['**Step A:** Open the shop.', '', '**Step B:** Click **Order**.']],
  ])('%s', (_, lines) => {
    expect(read(['# Order', '', ...lines]).steps).toEqual(opened)
  })

  test('headings with lists below are procedures, and that is said', () => {
    const { titles, odd } = read([
      '# Order',
      '',
      '## Step 1',
      '',
      '1. Open it.',
      '2. Close it.',
      '',
      '## Step 2',
      '',
      '1. Pay the bill.',
      '2. Wait a day.',
    ])
    expect(titles).toEqual(['Step 1', 'Step 2'])
    expect(odd).toEqual(['step-in-heading', 'step-in-heading'])
  })

  test('lettered actions are named', () => {
    expect(
      read(['# Order', '', 'a. Open the shop.', '', 'b) Click **Order**.', '', '(c) Click **Pay**.']).said,
    ).toEqual([
      'It begins like a step and is not one: “a. Open the shop.”.',
      'It begins like a step and is not one: “b) Click Order.”.',
      'It begins like a step and is not one: “(c) Click Pay.”.',
    ])
  })

  test.each<[string, string[]]>([
    [
      'who does it',
      ['1. The administrator opens the shop.', '2. The user clicks **Order**.', '3. The user presses Enter.'],
    ],
    ['you', ['1. You open the shop.', '2. You then click **Order**.', '3. You must confirm it.']],
  ])('told in the third person: %s', (_, lines) => {
    expect(read(['# Order', '', ...lines]).steps).toHaveLength(3)
  })

  test('facts are no steps, and that is said', () => {
    const { steps, odd } = read(['# Order', '', '1. The user has a name.', '2. The shop is blue.'])
    expect(steps).toEqual([])
    expect(odd).toEqual(['list-not-procedure'])
  })
})

describe('other languages', () => {
  test.each<[string, string, string]>([
    ['Spanish', 'Paso 1: Abra la tienda.', 'Paso 2: Haga clic en Pedir.'],
    ['Portuguese', 'Passo 1 – Abra a loja.', 'Passo 2 – Clique em Pedir.'],
    ['French', 'Étape 1 : Ouvrez la boutique.', 'Étape 2 : Cliquez sur Commander.'],
    ['German', 'Schritt 1: Öffnen Sie den Laden.', 'Schritt 2: Klicken Sie auf Bestellen.'],
    ['Russian', 'Шаг 1. Откройте магазин.', 'Шаг 2. Нажмите «Заказать».'],
    ['Chinese', '步骤 1：打开商店。', '步骤 2：点击“订购”。'],
    ['Chinese with ordinals', '第一步：打开商店。', '第二步：点击“订购”。'],
    ['Japanese', '手順 1：ショップを開きます。', '手順 2：［注文］をクリックします。'],
    ['Hindi', 'चरण १: दुकान खोलें।', 'चरण २: ऑर्डर पर क्लिक करें।'],
    ['Arabic', 'الخطوة ١: افتح المتجر.', 'الخطوة ٢: انقر على طلب.'],
    ['Bengali', 'ধাপ ১: দোকান খুলুন।', 'ধাপ ২: অর্ডারে ক্লিক করুন।'],
    ['Indonesian', 'Langkah 1: Buka toko.', 'Langkah 2: Klik Pesan.'],
    ['Korean', '1단계: 상점을 엽니다.', '2단계: 주문을 클릭합니다.'],
  ])('%s: labels, headings and lists', (_, one, two) => {
    const numbers = (lines: string[]) => read(['# A', '', ...lines]).steps.map((text) => text.slice(0, 1))
    expect(numbers([`**${one}**`, '', `**${two}**`])).toEqual(['1', '2'])
    expect(numbers([one, '', two])).toEqual(['1', '2'])
    expect(numbers([`## ${one}`, '', `## ${two}`])).toEqual(['1', '2'])
    const bare = (text: string) => text.replace(/^.*?[:：.–]\s?/, '')
    expect(numbers([`1. ${bare(one)}`, `2. ${bare(two)}`])).toEqual(['1', '2'])
  })
})

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

describe('includes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'includes-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  write('docs/_includes/part.md', '1. Open the shop.\n2. Click **Order**.\n')
  write('docs/_part.mdx', '1. Open the shop.\n2. Click **Order**.\n')
  write('docs/loop.md', '{% include "loop.md" %}\n')

  test.each<[string, string[], string]>([
    ['Learn', ['[!INCLUDE [the part](_includes/part.md)]'], 'a.md'],
    ['MkDocs', ['--8<-- "part.md"'], 'a.md'],
    ['GitBook', ['{% include "_includes/part.md" %}'], 'a.md'],
    ['Jekyll', ['{% include part.md %}'], 'a.md'],
    ['Hugo', ['{{< include file="_includes/part.md" >}}'], 'a.md'],
    ['VitePress', ['<!--@include: ./_includes/part.md-->'], 'a.md'],
    ['MyST', ['```{include} _includes/part.md', '```'], 'a.md'],
    ['Docusaurus', ["import Part from './_part.mdx'", '', '<Part />'], 'a.mdx'],
    ['Mintlify', ['<Snippet file="part.md" />'], 'a.mdx'],
  ])('%s: what is there is read, with its own file', (_, lines, file) => {
    const found = read(['# Order', '', ...lines], join(folder, 'docs', file))
    expect(found.steps).toEqual(opened)
    expect(found.files.every((name) => name.includes('part.md'))).toBe(true)
    expect(found.odd).toEqual([])
  })

  test('what is not there is an irregularity', () => {
    expect(read(['# A', '', '{% include "none.md" %}'], join(folder, 'docs/a.md')).said).toEqual([
      '"none.md" is not included: there is no such file.',
    ])
  })

  test('a page that includes itself ends', () => {
    expect(read(['{% include "loop.md" %}'], join(folder, 'docs/a.md')).odd).toEqual(['include-missing'])
  })
})
