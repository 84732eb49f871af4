import { expect, test } from 'vitest'
import { MARKUP } from './markup.ts'
import { markupIn } from './markup-in.ts'

const escaped = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')

test.each([
  ['as it is', `<p>${MARKUP.typed}</p>`],
  [
    'in an attribute whose quotes are not escaped',
    `<a title="${escaped(MARKUP.typed)}">${escaped(MARKUP.typed)}</a>`,
  ],
  ['in a script, as JSON', `<script>const typed = ${JSON.stringify(MARKUP.typed)}</script>`],
  ['past a filter that takes out what it does not know', `<p>${MARKUP.html}</p>`],
])('markup that is taken as such: %s', (_, html) => expect(markupIn(html)).toBe('taken'))

test.each([
  ['as text', `<p>${escaped(MARKUP.typed)}</p>`],
  [
    'with every sign escaped',
    `<p>${MARKUP.typed.replaceAll(/[^a-z]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`,
  ],
])('markup that is shown: %s', (_, html) => expect(markupIn(html)).toBe('shown'))

test('a mail that does not repeat it', () => {
  expect(markupIn('<p>Welcome</p><img src="https://product.test/logo.png">')).toBeUndefined()
})
