import { expect, test } from 'vitest'
import { markTerms } from './mark-terms.ts'
import { terms } from './terms.ts'

test('a term is marked at its first occurrence, whatever its case, and keeps its text', () => {
  const marked = markTerms('<p>Consent comes first. Without consent, nothing.</p>')
  expect(marked.match(/<dfn/g)).toHaveLength(1)
  expect(marked).toMatch(
    /^<p><dfn class="term" tabindex="0" data-means="The question [^"]+">Consent<\/dfn> comes/,
  )
  expect(marked.replace(/<[^>]+>/g, '')).toBe('Consent comes first. Without consent, nothing.')
})

test('no term is marked in a link, in code, or as a part of another word', () => {
  for (const html of ['<a href="/consent">consent</a>', '<code>consent</code>', '<p>consenting</p>'])
    expect(markTerms(html)).toBe(html)
})

test('the longer of two terms is meant', () => {
  expect(markTerms('<p>the password reset link</p>')).toContain('>reset link</dfn>')
})

test('a term is marked once, by whichever of its names comes first', () => {
  const marked = markTerms('<p>SSO is off. Single sign-on comes later.</p>')
  expect(marked).toMatch(/^<p><dfn [^>]+>SSO<\/dfn> is off\. Single/)
})

test('no two terms share a name', () => {
  const all = Object.entries(terms).flatMap(([name, { also = [] }]) => [name, ...also])
  const lower = all.map((name) => name.toLowerCase())
  expect(lower).toEqual([...new Set(lower)])
})

test('each meaning is a sentence', () => {
  for (const { means } of Object.values(terms)) expect(means).toMatch(/^[A-Z].+[.]$/)
})
