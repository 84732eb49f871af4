import { expect, test } from 'vitest'
import { MARKUP, markedUp, quotedMarkup } from './markup.ts'

test('an address that is valid holds markup, too', () => {
  expect(quotedMarkup('ada@example.com')).toBe(`"${MARKUP.html}"@example.com`)
  // RFC 5322 section 3.2.4: a quoted string holds neither quotes nor backslashes as they are.
  expect(quotedMarkup('ada@example.com')).toMatch(/^"[^"\\\s]+"@example\.com$/)
  expect(quotedMarkup('Harbour')).toBe(markedUp('Harbour'))
})

test('an address with it is no longer than one may be', () => {
  const [local = ''] = markedUp('ada@example.com').split('@example')
  expect(local.length).toBeLessThanOrEqual(64)
})
