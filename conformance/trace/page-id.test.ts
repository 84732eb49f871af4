import { expect, test } from 'vitest'
import { findProcedures } from './find-procedures.ts'
import { pageIdsOf } from './page-id.ts'
import { parsePage } from './read-page.ts'

function page(file: string, text = '', given?: string) {
  const parsed = parsePage(file, text)
  const { frontMatter, includes } = parsed
  return { file, frontMatter, includes, ...findProcedures(parsed), ...(given !== undefined && { given }) }
}

const idsOf = (...files: string[]) => [...pageIdsOf(files.map((file) => page(file))).values()]

test('a page is called by its file, an index by its folder', () => {
  expect(idsOf('/home/docs/login.md', 'docs/sso.mdx', 'docs/admin/index.md', 'index.md')).toEqual([
    'login',
    'sso',
    'admin/index',
    'index',
  ])
})

test('the id of the front matter comes first', () => {
  expect([...pageIdsOf([page('docs/a.md', '---\nid: first\n---\n')]).values()]).toEqual(['first'])
})

test('two pages with one name are distinguished by their folders', () => {
  expect(idsOf('docs/a/x.md', 'docs/b/x.md', 'docs/b/y.md').sort()).toEqual(['a/x', 'b/x', 'y'])
})

test('folders above the given one are no part of an id', () => {
  const given = (...files: string[]) => [
    ...pageIdsOf(files.map((file) => page(file, '', '/home/ann/docs'))).values(),
  ]
  expect(given('/home/ann/docs/index.md', '/home/ann/docs/admin/index.md')).toEqual(['index', 'admin/index'])
  expect(given('/home/ann/docs/a/x.md', '/home/ann/docs/x.md')).toEqual(['a/x', 'docs/x'])
})

test('no two pages have one id', () => {
  expect(idsOf('x.md', './x.md')).toEqual(['x', 'x (2)'])
})
