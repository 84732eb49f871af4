import { expect, test } from 'vitest'
import { linesOfData } from './data-blocks.ts'
import { parsePage } from './read-page.ts'

const page = parsePage('page.md', '# Order')
const linesOf = (source: string) => linesOfData({ ...page, source }).map(({ line, text }) => [line, text])

const block = (json: string) => `[block:callout]\n${json}\n[/block]`

test('each text has the line that its block begins on', () => {
  expect(linesOf(`A\n${block('{"body":"1. Open it.\\n2. Close it."}')}\n${block('["Pay."]')}`)).toEqual([
    [2, '1. Open it.'],
    [2, '2. Close it.'],
    [5, 'Pay.'],
  ])
})

test('what is no JSON, is nested too deep, or is not closed, hides nothing around it', () => {
  const deep = `${'{"a":'.repeat(100_000)}0${'}'.repeat(100_000)}`
  const source = [block('["Open it."]'), block('no JSON'), block(deep), block('["Pay."]'), '[block:code] {']
  expect(linesOf(source.join('\n'))).toEqual([
    [1, 'Open it.'],
    [10, 'Pay.'],
  ])
})
