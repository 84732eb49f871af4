import { describe, expect, test } from 'vitest'
import { alignProcedures } from './align.ts'
import { driftOf } from './drift.ts'
import { findProcedures } from './find-procedures.ts'
import { teapot } from './fixtures/flows.ts'
import { lockOf } from './lock.ts'
import { parsePage } from './read-page.ts'
import { type Snapshot, snapshotOf } from './snapshot.ts'

/** The snapshot of pages, each given as its lines. */
function snapshot(pages: Record<string, string[]>): Snapshot {
  const found = Object.entries(pages).map(([file, lines]) =>
    findProcedures(parsePage(file, lines.join('\n\n'))),
  )
  const { procedures } = alignProcedures(
    found.flatMap((page) => page.procedures),
    [teapot],
  )
  const sections = found.flatMap((page) => page.sections)
  return { pages: Object.keys(pages), ...snapshotOf(procedures, sections, (file) => file) }
}

const drift = (before: Record<string, string[]>, now: Record<string, string[]>) =>
  driftOf(lockOf(snapshot(before)), snapshot(now)).map(({ kind, page, number, text }) => [
    kind,
    page,
    number,
    text,
  ])

const label = (number: number, text: string) => `**Step ${number} –** ${text}`
const open = 'Open the **Shop** in the top bar.'
const choose = 'Choose a kind of tea leaves from the list.'
const order = 'Click **Order** and wait for the parcel.'
const pay = 'In the **Purse** field, enter what it costs.'
const shop = (...steps: string[]) => ['# Order', ...steps.map((text, n) => label(n + 1, text))]

const before = { shop: shop(open, choose, order) }

describe('one change, one message', () => {
  test('added; the steps behind it have not changed', () => {
    expect(drift(before, { shop: shop(open, pay, choose, order) })).toEqual([
      ['step-added', 'shop', 2, 'Step 2 is new.'],
    ])
  })

  test('removed', () => {
    expect(drift(before, { shop: shop(open, choose) })).toEqual([
      ['step-removed', 'shop', 3, 'Step 3 is gone.'],
    ])
  })

  test('a step removed in the middle, and a whole procedure', () => {
    expect(drift(before, { shop: shop(open, order) })).toEqual([
      ['step-removed', 'shop', 2, 'Step 2 is gone.'],
    ])
    const both = {
      shop: [...before.shop, '# Pay', label(1, pay), label(2, 'Find your purse in the kitchen.')],
    }
    expect(drift(both, before)).toEqual([
      ['procedure-missing', 'shop', null, 'Its page no longer has it: 2 steps are gone.'],
    ])
    expect(drift(before, both)).toEqual([['procedure-added', 'shop', null, 'It is new, with 2 steps.']])
  })

  test('renumbered', () => {
    expect(drift(before, { shop: ['# Order', label(1, open), label(2, choose), label(4, order)] })).toEqual([
      ['step-renumbered', 'shop', 4, 'Step 4 was step 3.'],
    ])
  })

  test('reordered', () => {
    expect(drift(before, { shop: shop(order, open, choose) })).toEqual([
      ['step-reordered', 'shop', 1, 'Step 1 is at another place; it was step 3.'],
    ])
  })

  test('relabelled, whatever else changed in the wording', () => {
    expect(drift(before, { shop: shop(open, choose, 'Click **Buy** and wait for a parcel.') })).toEqual([
      ['step-relabelled', 'shop', 3, 'Step 3: “Order” became “Buy”.'],
    ])
  })

  test('relabelled, where the label is nearly all there is', () => {
    expect(drift({ shop: shop(open, 'Click **Order**.') }, { shop: shop(open, 'Click **Buy**.') })).toEqual([
      ['step-relabelled', 'shop', 2, 'Step 2: “Order” became “Buy”.'],
    ])
  })

  test('reworded', () => {
    expect(drift(before, { shop: shop(open, 'Choose a kind of leaves from this list.', order) })).toEqual([
      ['step-reworded', 'shop', 2, 'Step 2 was reworded; its labels are the same.'],
    ])
  })

  test('a step that was replaced is gone, and another one is new', () => {
    expect(drift(before, { shop: shop(open, pay, order) }).map(([kind]) => kind)).toEqual([
      'step-removed',
      'step-added',
    ])
  })

  test('a link and an image', () => {
    const linked = (link: string, image: string) => ({
      shop: shop(`${open} [Help](${link})\n\n![Shop](${image})`),
    })
    expect(drift(linked('/a', '/1.png'), linked('/b', '/2.png'))).toEqual([
      ['link-changed', 'shop', 1, 'Step 1: 1 link changed; now /b.'],
      ['image-changed', 'shop', 1, 'Step 1: 1 image changed; now /2.png.'],
    ])
  })

  test('a heading', () => {
    const [, ...steps] = shop(open, choose, order)
    expect(drift(before, { shop: ['# Buy', ...steps] })).toEqual([
      ['procedure-retitled', 'shop', null, 'It was called “Order”.'],
    ])
  })

  test('a step that went to another procedure', () => {
    const other = ['# Pay', label(1, 'Find your purse in the kitchen.')]
    expect(
      drift(
        { shop: [...shop(open, choose, pay), ...other] },
        { shop: [...shop(open, choose), ...other, label(2, pay)] },
      ),
    ).toEqual([['step-moved', 'shop', 2, 'Step 2 moved here from “Order”, where it was step 3.']])
  })

  test('a procedure on a page that was not given', () => {
    const pages = { ...before, purse: ['# Pay', label(1, pay)] }
    expect(drift(pages, before)).toEqual([
      ['page-missing', 'purse', null, 'The page is in the lock with 1 step and was not given.'],
    ])
  })

  test('a rule outside of the steps', () => {
    const rule = (days: string) => ({ shop: ['# Order', `A parcel takes ${days} days.`, label(1, open)] })
    expect(drift(rule('two'), rule('five'))).toEqual([
      ['text-reworded', 'shop', null, 'The text under “Order” outside its steps was reworded.'],
    ])
  })
})

test('typesetting is no change: dashes, bold, quotes, notes, line breaks', () => {
  const said = {
    shop: ['# Order', label(1, 'Click **Order** – it’s “cheap”.'), '**NOTE:** It takes two days.'],
  }
  const set = {
    shop: ['# Order', '__Step 1:__ Click __Order__ -\nit\'s "cheap".', ':::note\nIt takes\ntwo days.\n:::'],
  }
  expect(drift(said, set)).toEqual([])
})

test('a lock holds no sentence', () => {
  const text = JSON.stringify(lockOf(snapshot(before)))
  expect(text).toContain('Order')
  for (const word of ['kind', 'leaves', 'parcel', 'top bar']) expect(text).not.toContain(word)
})
