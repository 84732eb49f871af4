import { describe, expect, test } from 'vitest'
import { opened, read } from './testing/read-lines.ts'

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
