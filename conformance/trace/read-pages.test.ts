import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { teapot } from './fixtures/flows.ts'
import { readManyPages } from './read-many-pages.ts'
import { readPages } from './read-pages.ts'
import { isOpen, traceDocumentation } from './trace.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'))
  writeFileSync(join(folder, 'good.md'), '# Good\n\n1. Open it.\n2. Close it.\n')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const inside = (path: string) => join(folder, path)
const read = () => {
  const { pages, skipped } = readPages([folder])
  return {
    pages: pages.map(({ file }) => relative(folder, file)),
    skipped: skipped.map(({ file, open }) => [relative(folder, file), open]),
    said: skipped.map(({ text }) => text.replaceAll(folder, '')),
  }
}

test('pages in another encoding, binary ones and large ones are listed, and the others are read', () => {
  writeFileSync(inside('latin.md'), Buffer.from('# Men\xfc\n\n1. \xd6ffne es.\n', 'latin1'))
  writeFileSync(inside('binary.md'), Buffer.from([0x23, 0x20, 0x00, 0x01]))
  writeFileSync(inside('wide.md'), Buffer.from('\ufeff# A', 'utf16le'))
  writeFileSync(inside('large.md'), '')
  truncateSync(inside('large.md'), 50 * 2 ** 20)
  expect(read()).toEqual({
    pages: ['good.md'],
    skipped: ['binary.md', 'large.md', 'latin.md', 'wide.md'].map((name) => [name, true]),
    said: [
      '"/binary.md" is not a text in UTF-8.',
      '"/large.md" has 50 MB; pages of up to 4 MB are read. Split it.',
      '"/latin.md" is not a text in UTF-8: save it as UTF-8.',
      '"/wide.md" is not a text in UTF-8: save it as UTF-8.',
    ],
  })
})

const PAGE_OF_HTML =
  '<meta charset="iso-8859-1"><h1>Men\xfc</h1><ol><li>\xd6ffnen Sie es.</li><li>Warten Sie.</li></ol>'

test('HTML beside Markdown is listed once; alone or named it is read, in the encoding that it says', () => {
  for (const name of ['a.html', 'b.htm']) writeFileSync(inside(name), Buffer.from(PAGE_OF_HTML, 'latin1'))
  expect(read()).toMatchObject({
    pages: ['good.md'],
    skipped: [['', false]],
    said: [
      '2 pages of HTML in "" are not read, because there is Markdown: name those that no Markdown says.',
    ],
  })
  rmSync(inside('good.md'))
  expect(read()).toEqual({ pages: ['a.html', 'b.htm'], skipped: [], said: [] })
  const [page] = readPages([inside('b.htm')]).pages
  expect(page?.procedures[0]).toMatchObject({
    title: 'Menü',
    steps: [{ text: 'Öffnen Sie es.', line: 1 }, {}],
  })
})

test('AsciiDoc and reStructuredText are listed with what turns them into Markdown', () => {
  writeFileSync(inside('a.adoc'), '= A')
  writeFileSync(inside('b.rst'), 'B\n=')
  writeFileSync(inside('c.txt'), 'C')
  const { skipped, said } = read()
  expect(skipped).toEqual([
    ['a.adoc', false],
    ['b.rst', false],
  ])
  expect(said[1]).toBe(
    '"/b.rst" is reStructuredText, which is not read; convert it to Markdown first: pandoc -f rst -t gfm PAGE.',
  )
  expect(() => readPages([inside('b.rst')])).toThrow('is reStructuredText')
})

test('links are followed, each page is read once, and no loop is endless', () => {
  mkdirSync(inside('sub'))
  writeFileSync(inside('sub/other.md'), '# Other')
  symlinkSync('..', inside('sub/up'))
  symlinkSync('sub', inside('again'))
  symlinkSync('good.md', inside('same.md'))
  symlinkSync('gone.md', inside('dead.md'))
  symlinkSync('itself.md', inside('itself.md'))
  const { pages, skipped } = read()
  expect(pages).toEqual(['again/other.md', 'good.md'])
  expect(skipped).toEqual([
    ['dead.md', true],
    ['itself.md', true],
  ])
})

test('a pipe is a sentence', () => {
  execFileSync('mkfifo', [inside('pipe.md')])
  expect(read().said).toEqual(['"/pipe.md" is not a file: write it to one first.'])
  expect(() => readPages([inside('pipe.md')])).toThrow('is not a file: write the page to a file')
})

test('a folder and a page without permission are sentences', () => {
  mkdirSync(inside('closed'))
  writeFileSync(inside('secret.md'), '# Secret')
  chmodSync(folder, 0o755)
  chmodSync(inside('closed'), 0)
  chmodSync(inside('secret.md'), 0)
  const script = `
    process.chdir('/')
    const { readPages } = await import(${JSON.stringify(fileURLToPath(new URL('./read-pages.ts', import.meta.url)))})
    ${process.getuid?.() === 0 ? 'process.setuid(65534)' : ''}
    console.log(JSON.stringify(readPages([${JSON.stringify(folder)}]).skipped.map(({ text }) => text)))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual([
    `The folder "${inside('closed')}" cannot be read (EACCES).`,
    `"${inside('secret.md')}" cannot be read (EACCES).`,
  ])
})

test('a page that cannot be read is open, and what the lock has of it is kept', () => {
  const packs = [
    { pack: teapot, folder, file: fileURLToPath(new URL('./fixtures/flows.ts', import.meta.url)) },
  ]
  writeFileSync(inside('other.md'), '# Other\n\nA rule.\n\n1. Open it.\n')
  const before = traceDocumentation([folder], packs).lock
  writeFileSync(inside('other.md'), Buffer.from([0xff, 0xfe, 0x00]))
  const { trace, lock } = traceDocumentation([folder], packs, before)
  expect(trace.drift).toEqual([])
  expect(isOpen({ ...trace, gaps: [] })).toBe(true)
  const byPage = (one: { page: string }, other: { page: string }) => one.page.localeCompare(other.page)
  expect(lock.steps.sort(byPage)).toEqual(before.steps.sort(byPage))
  expect(lock.sections).toEqual(before.sections)
})

test('workers read the same as one after the other does', async () => {
  for (let n = 0; n < 6; n++) writeFileSync(inside(`${n}.md`), `# ${n}\n\n1. Open it.\n2. Close it.\n`)
  writeFileSync(inside('binary.md'), Buffer.from([0xff, 0xfe, 0x00]))
  expect(await readManyPages([folder], 2)).toEqual(readPages([folder]))
})
