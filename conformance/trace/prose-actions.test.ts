import { describe, expect, test } from 'vitest'
import { actionsInProse } from './prose-actions.ts'
import { read } from './testing/read-lines.ts'

const order = (...lines: string[]) => ['# Order', '', ...lines]

const shopping = '"@type":"HowToStep","text":'

/** Procedures in forms that number nothing a reader sees. */
const forms: [form: string, lines: string[], file?: string][] = [
  ['prose', order('Open the shop. Click **Order**. Enter your address.')],
  ['one sentence', order('To order, open the shop, click **Order** and press **Pay**.')],
  ['a paragraph each', order('Open the shop.', '', 'Click **Order**.')],
  ['a line each', order('Open the shop.  ', 'Click **Order**.')],
  [
    'who does it',
    order('The clerk is there. The user opens the shop. The user then clicks Order. You must type it.'),
  ],
  [
    'conditions',
    order('Once the shop is open, click **Order**. When the form is shown, enter your address.'),
  ],
  ['another language', order('Öffnen Sie den Laden. Klicken Sie auf **Bestellen**.')],
  ['arrows between actions', order('Open the shop → click **Order** → press **Pay**')],
  ['arrows before actions', order('→ Open the shop.', '', '→ Click **Order**.')],
  ['a path', order('Go to **Settings** → **Orders** → **New** → **Pay**.')],
  ['greater-than signs', order('Open the shop > click Order > enter your address')],
  ['dashes', order('– Open the shop.', '– Click **Order**.')],
  ['bold', order('**Open the shop.**', '', 'It is blue.', '', '**Click Order.**', '', 'It is green.')],
  [
    'bold with an explanation',
    order('**Open the shop** – it is blue.', '', '**Click Order** – it is green.'),
  ],
  ['bullets that are announced', order('How to order:', '', '* Open the shop.', '* Click **Order**.')],
  ['definitions', order('Open the shop', ': It is blue.', '', 'Click **Order**', ': It is green.')],
  ['a quotation', order('> Open the shop.', '>', '> Click **Order**.')],
  ['numbers in a sentence', order('To order: (1) open the shop; (2) click **Order**; (3) press **Pay**.')],
  ['letters in a sentence', order('To order: a) open the shop, b) click **Order**, c) press **Pay**.')],
  ['AsciiDoc', ['= Order', '', '. Open the shop.', '+', 'It is blue.', '. Click *Order*.']],
  ['keys', order('Press <kbd>Enter</kbd>. Type your address.')],
  ['pictures', order('![Open the shop](a.png)', '', '![Click Order](b.png)')],
  ['a diagram', order('```mermaid', 'flowchart TD', 'A[Open the shop] --> B[Click Order]', '```')],
  ['a footnote', order('Order[^1].', '', '[^1]: Open the shop. Click Order.')],
  [
    'children of a stepper',
    order(
      '<v-stepper>',
      '<v-stepper-step>Open the shop.</v-stepper-step>',
      '<v-stepper-step>Click Order.</v-stepper-step>',
      '</v-stepper>',
    ),
  ],
  [
    'text in a stepper',
    order(
      '<v-stepper>',
      '<v-stepper-item>',
      '',
      'Open the shop.',
      '',
      '</v-stepper-item>',
      '<v-stepper-item>',
      '',
      'Click **Order**.',
      '',
      '</v-stepper-item>',
      '</v-stepper>',
    ),
  ],
  ['TOML', ['+++', 'steps = ["Open the shop.", "Click Order."]', '+++', '', 'Text.']],
  ['YAML', ['---', 'howto:', '  - title: Open the shop.', '  - title: Click Order.', '---', '', 'Text.']],
  [
    'a ReadMe block',
    order('[block:callout]', '{', '  "body": "1. Open the shop.\\n2. Click **Order**."', '}', '[/block]'),
  ],
  [
    'a ReadMe table',
    order('[block:parameters]', '{ "data": { "0-0": "Open the shop.", "1-0": "Click Order." } }', '[/block]'),
  ],
  [
    'JSON-LD',
    order(
      '<script type="application/ld+json">',
      `{"step":[{${shopping}"Open the shop."},{${shopping}"Click Order."}]}`,
      '</script>',
    ),
  ],
  [
    'JSON-LD in HTML',
    [
      `<head><script type="application/ld+json">{"step":[{${shopping}"Open the shop."},{${shopping}"Click Order."}]}</script></head><p>Easy.</p>`,
    ],
    'page.html',
  ],
  [
    'elements of a theme',
    ['<h1>Order</h1><div class="steps"><div>Open the shop.</div><div>Click Order.</div></div>'],
    'page.html',
  ],
  [
    'a drawing',
    ['<h1>Order</h1><svg><text>Open the shop.</text><text>Click Order.</text></svg>'],
    'page.html',
  ],
]

describe('a procedure without numbers is named', () => {
  test.each(forms)('%s', (_, lines, file) => {
    const { steps, odd } = read(lines, file)
    expect(steps).toEqual([])
    expect(odd.length).toBeGreaterThan(0)
  })
})

describe('what is no procedure is not', () => {
  test.each<[string, string[]]>([
    ['one action', order('To order, click **Order**. The shop is blue.')],
    [
      'conditions',
      order(
        'Once they sign up, users are known. When you open it, it is blue. If you click it, it is green.',
      ),
    ],
    ['nouns', order('Log entries are kept. Sign requests are sent. Open orders are listed.')],
    ['pointers', order('See the guide. Refer to the manual. Select a topic in this documentation.')],
    ['headings', ['# Order', '', '## Open the shop', '', 'Blue.', '', '## Open the door', '', 'Green.']],
    ['a path in a sentence', order('You find it in Settings → Orders → New → Pay, where it is blue.')],
    [
      'JSON-LD of steps that are shown',
      order(
        '1. Open the shop.',
        '2. Click Order.',
        '',
        '<script type="application/ld+json">',
        `{"step":[{${shopping}"Open the shop."},{${shopping}"Click Order."}]}`,
        '</script>',
      ),
    ],
    [
      'what belongs to a step',
      order('1. Open the shop.', '', '   Click the door. Press the bell.', '', '2. Click **Order**.'),
    ],
  ])('%s', (_, lines) => {
    expect(read(lines).odd).toEqual([])
  })
})

test('each action of a text is one', () => {
  expect(actionsInProse('Open the shop, click Order and then press Pay. The user enters it.')).toEqual({
    asked: 3,
    all: ['Open the shop', 'click Order', 'press Pay.', 'The user enters it.'],
  })
})

test('a message names the first action and its line', () => {
  const { said } = read(order('It is easy.', '', 'Open the shop and click **Order**.'))
  expect(said).toEqual(['2 actions have no numbers and are not read as steps: “Open the shop”.'])
})
