import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`

/** What reading and comparing takes, in time and again against a lock of the same pages. */
async function row(name: string, pages: string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-trace-'))
  try {
    for (const [n, text] of pages.entries()) {
      const part = join(folder, String(n % 50))
      mkdirSync(part, { recursive: true })
      writeFileSync(join(part, `page-${n}.md`), text)
    }
    const packs = await loadPacks([])
    const begin = performance.now()
    const read = await readManyPages([folder])
    const whenRead = seconds(begin)
    const traced = performance.now()
    const { lock } = traceDocumentation([folder], packs, undefined, read)
    const whenTraced = seconds(traced)
    const again = performance.now()
    traceDocumentation([folder], packs, lock, read)
    return [name, whenRead, whenTraced, seconds(again)]
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
  return markdownTable(['Documentation', 'read', 'compared with the model', 'and with a lock'], rows)
}
