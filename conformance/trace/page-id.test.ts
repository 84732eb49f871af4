import { expect, test } from 'vitest'
import { pageIdsOf } from './page-id.ts'
import { parsePage } from './read-page.ts'

const idsOf = (...files: string[]) => [...pageIdsOf(files.map((file) => parsePage(file, ''))).values()]

test('a page is called by its file, an index by its folder', () => {
  expect(idsOf('/home/docs/login.md', 'docs/sso.mdx', 'docs/admin/index.md', 'index.md')).toEqual([
    'login',
    'sso',
    'admin/index',
    'index',
  ])
})

test('the id of the front matter comes first', () => {
  expect([...pageIdsOf([parsePage('docs/a.md', '---\nid: first\n---\n')]).values()]).toEqual(['first'])
})

test('two pages with one name are distinguished by their folders', () => {
  expect(idsOf('docs/a/x.md', 'docs/b/x.md', 'docs/b/y.md').sort()).toEqual(['a/x', 'b/x', 'y'])
})
