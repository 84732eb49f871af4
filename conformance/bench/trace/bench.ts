import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { loadPacks } from '../../packs/load-pack.ts'
import { markdownTable } from '../../report/markdown-table.ts'
import { readManyPages } from '../../trace/read-many-pages.ts'
import { traceDocumentation } from '../../trace/trace.ts'

const step = (n: number, about: string) =>
  `${n}. On the **${about}** page, click **Button ${n}** and wait for number ${n * 7}.`

const steps = (count: number, about: string) =>
  Array.from({ length: count }, (_, n) => step(n + 1, about)).join('\n')

const pageOf = (n: number) => `---
title: Page ${n}
---

# Page ${n}

This page says how thing ${n} is done. Follow the steps to do it.

${steps(6, `Thing ${n}`)}

## More about ${n}

A paragraph with a [link](/page-${n}) and more words about it.
`

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

async function timed<T>(work: () => T | Promise<T>): Promise<[milliseconds: number, T]> {
  const begin = performance.now()
  const result = await work()
  return [performance.now() - begin, result]
}

/** The baseline: all Markdown has to be parsed; this parses it, with GitHub's extensions, and does nothing else. */
function parseAlone(pages: readonly string[]): void {
  const parser = unified().use(remarkParse).use(remarkGfm).freeze()
  for (const page of pages) parser.parse(page)
}

/** What reading and comparing takes, in time and again against a lock of the same pages, and as a multiple of the baseline. */
async function row(name: string, pages: string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-trace-'))
  try {
    for (const [n, text] of pages.entries()) {
      const part = join(folder, String(n % 50))
      mkdirSync(part, { recursive: true })
      writeFileSync(join(part, `page-${n}.md`), text)
    }
    const packs = await loadPacks([])
    const [parsing] = await timed(() => parseAlone(pages))
    const [reading, read] = await timed(() => readManyPages([folder]))
    const [tracing, { lock }] = await timed(() => traceDocumentation([folder], packs, undefined, read))
    const [again] = await timed(() => traceDocumentation([folder], packs, lock, read))
    const times = (reading + tracing) / parsing
    return [name, seconds(parsing), seconds(reading), seconds(tracing), times.toFixed(1), seconds(again)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How the time of `doorstep trace` grows with the number of pages, and with the steps of one list. */
export async function traceBench(): Promise<string> {
  const rows: string[][] = []
  for (const count of [500, 1000, 2000, 5000])
    rows.push(
      await row(
        `${count} pages of 6 steps`,
        Array.from({ length: count }, (_, n) => pageOf(n)),
      ),
    )
  for (const count of [1000, 2000, 5000])
    rows.push(await row(`one list of ${count} steps`, [`# List\n\n${steps(count, 'Long')}\n`]))
  return markdownTable(
    [
      'Documentation',
      'parsed alone',
      'read',
      'compared with the model',
      'times the parsing',
      'and with a lock',
    ],
    rows,
  )
}
