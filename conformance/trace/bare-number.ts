import { imperativeOf } from './imperative.ts'
import { numberIn } from './languages.ts'
import type { StepLabel } from './step-label.ts'
import { thirdPersonVerbOf } from './third-person.ts'

const ROWS_OF_TWENTY = '①⑴⒈'
const ROWS_OF_TEN = '❶➀➊'

const signs = [...ROWS_OF_TWENTY]
  .map((one) => `${one}-${String.fromCodePoint((one.codePointAt(0) ?? 0) + 19)}`)
  .concat([...ROWS_OF_TEN].map((one) => `${one}-${String.fromCodePoint((one.codePointAt(0) ?? 0) + 9)}`))
  .join('')

const digits = '\\p{Nd}{1,2}'
const chinese = '[一二三四五六七八九十]{1,3}'

/** Each way of writing a number that no list has, with what it is called where it does not say how it ends. */
const ways: [pattern: string, name?: string][] = [
  // 1.2 and 1.2. count within their section
  [`(?:\\d{1,2}\\.){1,2}(\\d{1,2})[.)]?(?=[\\s\\u00a0])`, '1.1'],
  // 1. 1) １． 1、 (1) （１） [1] #1. No. 1: 1 –
  [`(?:[(（［[#＃]\\s*)?(?:no\\.?\\s*)?(${digits})[*_]*(?:\\\\?([.)．、）\\]：:])|\\s([–—-])(?=\\s))`],
  [`[#＃](${digits})(?=\\s)`, '#'],
  ['(\\d)\\ufe0f?\\u20e3', '1️⃣'],
  // 一、 （一）
  [`[(（]?(${chinese})([、．）)])`],
  [`([${signs}])`, '①'],
]

const patterns = ways.map(([way, name]) => ({ pattern: new RegExp(`^[\\s*_]*${way}[\\s*_]*`, 'iu'), name }))

/** ③ and ➌ are 3: each row of signs begins with 1. */
function numberOf(text: string): number {
  const code = text.codePointAt(0) ?? 0
  const row = [...ROWS_OF_TWENTY, ...ROWS_OF_TEN].map((one) => code - (one.codePointAt(0) ?? 0))
  const place = row.find((distance, n) => distance >= 0 && distance < (n < ROWS_OF_TWENTY.length ? 20 : 10))
  return place === undefined ? numberIn(text) : place + 1
}

/** The number that a text begins with, where Markdown sees no list: `**1.** Click …`, `1.Click …`, `②`, `1️⃣`, `１．`, `一、`. */
export function numberBefore(text: string): StepLabel | undefined {
  for (const { pattern, name } of patterns) {
    const match = pattern.exec(text)
    if (!match) continue
    const [whole, number = '', ...ends] = match
    const separator = name ?? ends.find(Boolean) ?? ''
    return { number: numberOf(number), suffix: '', separator, length: whole.length }
  }
  return undefined
}

/** The number before an instruction, or before what a person does. */
export function bareNumberOf(text: string): StepLabel | undefined {
  const label = numberBefore(text)
  if (!label) return undefined
  const rest = text.slice(label.length)
  return (imperativeOf(rest) ?? thirdPersonVerbOf(rest)) === undefined ? undefined : label
}
