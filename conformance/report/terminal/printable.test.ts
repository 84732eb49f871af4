import { createColors } from 'picocolors'
import { expect, test } from 'vitest'
import { fullResult } from '../fixtures/full-result.ts'
import { printable, printableAll } from './printable.ts'
import { renderTerminal } from './render-terminal.ts'

test.each([
  ['\u001b[2J\u001b[1;1Hgone', 'gone'],
  ['\u001b]0;title\u0007text', 'text'],
  ['\u009b31mred', 'red'],
  ['a\rb\u0008\u0000c', 'abc'],
  ['two\nlines\tand a tab', 'two\nlines\tand a tab'],
  ['\u202eright to left\u202c', 'right to left'],
  ['Grüße ☂ 日本', 'Grüße ☂ 日本'],
])('%j is printed as %j', (text, shown) => {
  expect(printable(text)).toBe(shown)
})

test('every text in a value is printable, in one line; a stack keeps its lines', () => {
  const value = {
    reason: 'a\n✓ passed\u001b[1m',
    many: [{ '\u001b[1mx': '\u0007' }],
    n: 1,
    stack: 'one\ntwo',
  }
  expect(printableAll(value)).toEqual({ reason: 'a ✓ passed', many: [{ x: '' }], n: 1, stack: 'one\ntwo' })
})

/** The same value, with something that a terminal would obey at the end of every text. */
function hostile<T>(value: T): T
function hostile(value: unknown): unknown {
  if (typeof value === 'string') return `${value}\u001b[2K\u009d\r\n✓ all passed\u0007`
  if (Array.isArray(value)) return value.map((each) => hostile(each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, KEPT.includes(key) ? each : hostile(each)]),
  )
}

/** What Doorstep itself writes, from a list. */
const KEPT = ['verdict', 'conforms', 'version', 'kind', 'at', 'begun']

test('nothing of a target reaches the terminal as a command or as a line of its own', () => {
  const shown = renderTerminal(hostile(fullResult()), 'http://site.example', createColors(false))
  expect(shown).not.toMatch(/(?!\n)\p{Cc}/u)
  expect(shown.split('\n').filter((line) => line.startsWith('✓ all passed'))).toEqual([])
  expect(shown).toContain('✓ all passed')
})
