import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { base, type Pages } from './fixtures/edit.ts'
import { edits } from './fixtures/edits.ts'
import { teapot } from './fixtures/flows.ts'
import { traceDocumentation } from './trace.ts'

const folder = mkdtempSync(join(tmpdir(), 'edits-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = fileURLToPath(new URL('./fixtures/flows.ts', import.meta.url))
const packs = [{ pack: teapot, folder, file }]
let count = 0

function write(pages: Pages): string {
  const docs = join(folder, String(count++), 'docs')
  for (const [name, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(docs, name)), { recursive: true })
    writeFileSync(join(docs, name), text)
  }
  return docs
}

const { lock } = traceDocumentation([write(base)], packs)

/** What has to be done about the pages: open gaps, then drift. */
function messages(pages: Pages): [string, number | null][] {
  const { trace } = traceDocumentation([write(pages)], packs, lock)
  const gaps = trace.gaps.filter(({ open }) => open)
  return [
    ...gaps.map(({ kind, title }): [string, number | null] => {
      const number = /, step (\d+)$/.exec(title)?.[1]
      return [kind, number ? Number(number) : null]
    }),
    ...trace.drift.map(({ kind, number }): [string, number | null] => [kind, number]),
  ]
}

test('the corpus has at least 90 edits', () => {
  expect(edits.length).toBeGreaterThanOrEqual(90)
  expect(messages(base)).toEqual([])
})

test.each(edits)('$name', ({ pages, says }) => {
  expect(messages(pages)).toEqual(says)
})

test('a lock is the same wherever the documentation is', () => {
  const other = traceDocumentation([write(base)], packs).lock
  expect(other).toEqual(lock)
  const untitled = write({
    'notes.md': 'A rule.\n\n1. Open it.\n2. Close it.\n',
    'a/index.md': '1. Open it.',
    'index.md': '1. Shut it.',
  })
  const text = JSON.stringify(traceDocumentation([untitled], packs).lock)
  for (const part of untitled.split('/').filter((name) => name && name !== 'docs'))
    expect(text).not.toContain(`${part}/`)
})
