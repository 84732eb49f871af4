import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { opened, read } from './testing/read-lines.ts'

describe('includes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'includes-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  write('docs/_includes/part.md', '1. Open the shop.\n2. Click **Order**.\n')
  write('docs/_part.mdx', '1. Open the shop.\n2. Click **Order**.\n')
  write('docs/loop.md', '{% include "loop.md" %}\n')

  test.each<[string, string[], string]>([
    ['Learn', ['[!INCLUDE [the part](_includes/part.md)]'], 'a.md'],
    ['MkDocs', ['--8<-- "part.md"'], 'a.md'],
    ['GitBook', ['{% include "_includes/part.md" %}'], 'a.md'],
    ['Jekyll', ['{% include part.md %}'], 'a.md'],
    ['Hugo', ['{{< include file="_includes/part.md" >}}'], 'a.md'],
    ['VitePress', ['<!--@include: ./_includes/part.md-->'], 'a.md'],
    ['MyST', ['```{include} _includes/part.md', '```'], 'a.md'],
    ['Docusaurus', ["import Part from './_part.mdx'", '', '<Part />'], 'a.mdx'],
    ['Mintlify', ['<Snippet file="part.md" />'], 'a.mdx'],
  ])('%s: what is there is read, with its own file', (_, lines, file) => {
    const found = read(['# Order', '', ...lines], join(folder, 'docs', file))
    expect(found.steps).toEqual(opened)
    expect(found.files.every((name) => name.includes('part.md'))).toBe(true)
    expect(found.odd).toEqual([])
  })

  test('a missing file is an irregularity', () => {
    expect(read(['# A', '', '{% include "none.md" %}'], join(folder, 'docs/a.md')).said).toEqual([
      '"none.md" is not included: there is no such file.',
    ])
  })

  test('a page that includes itself ends', () => {
    expect(read(['{% include "loop.md" %}'], join(folder, 'docs/a.md')).odd).toEqual(['include-missing'])
  })
})
