import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Command } from 'commander'
import { createColors } from 'picocolors'
import type { LoadedPack } from '../packs/load-pack.ts'
import { count } from '../trace/drift-kinds.ts'
import { type Lock, readLock, writeLock } from '../trace/lock.ts'
import { readManyPages } from '../trace/read-many-pages.ts'
import { renderTrace } from '../trace/render.ts'
import { isOpen, traceDocumentation } from '../trace/trace.ts'
import { TraceError } from '../trace/trace-error.ts'
import { PACKS_HERE, packHere } from './packs-here.ts'

interface Options {
  update: boolean
  json: boolean
  lock?: string
  pack?: string
}

/** The lock of a pack, in its folder. */
const LOCK_FILE = 'docs.lock.json'

const help = `
What it prints: each documented step with its flow's step and its transitions, irregularities of the pages, gaps between
documentation and model, and drift: what changed since the lock was written.

Exit codes:
  0  nothing is open. Findings that the flows list themselves, steps left out with a reason, and irregularities are
     shown, but they are known.
  1  something is open: a documented step without a transition (so every step of a procedure that is not modelled), a
     step that says something else than the model, a step of the model that its procedure no longer has, drift, a
     page that cannot be read, or no procedure on any page.
  2  nothing can be read.

Pages are Markdown or MDX in UTF-8, or HTML, of up to 4 MB. HTML in a folder is read where the folder has no Markdown,
of which it may be made. Steps are read from numbered lists, labels (“Step 3:”, “③”, in many languages), headings,
tables, HTML and step components; blocks of MkDocs, MyST, GitBook, Learn, Hugo and Liquid, and includes, are understood.
Actions in other forms are irregularities. AsciiDoc, reStructuredText, Word and others are listed and not read.

--update writes a lock of exactly the given pages. It holds hashes and labels, no sentences.
What it has of a page that cannot be read is kept.`

/** The lock to compare with. A broken one does not keep from writing it anew. */
function lockBefore(path: string, update: boolean): Lock | undefined {
  try {
    return readLock(path)
  } catch (error) {
    if (update && error instanceof TraceError && error.code === 'lock-broken') return undefined
    throw error
  }
}

/** Traces and prints. Answers the exit code. Throws a TraceError for what cannot be read. */
async function run(
  inputs: string[],
  { update, json, lock: named }: Options,
  loaded: LoadedPack,
): Promise<number> {
  const ownLock = join(loaded.folder, LOCK_FILE)
  const path = named ?? ownLock
  const name = named ?? relative(process.cwd(), ownLock)
  if (named && !update && !existsSync(named)) {
    throw new TraceError('lock-not-found', `There is no lock "${named}"; write it with --update.`)
  }
  const before = lockBefore(path, update)
  const { trace, lock } = traceDocumentation(inputs, [loaded], before, await readManyPages(inputs))
  if (update) writeLock(path, lock)
  const accepted = update ? { ...trace, drift: [] } : trace
  if (json) console.log(JSON.stringify(accepted, null, 2))
  else {
    console.log(renderTrace(trace, createColors()))
    if (update) console.log(`The lock ${name} was written: ${count(lock.steps.length, 'step')}.`)
    else if (!before)
      console.log(`There is no lock ${name}, so drift was not looked for; --update writes it.`)
  }
  return isOpen(accepted) ? 1 : 0
}

/** `doorstep trace`: compares pages of documentation with the flows. */
export function traceCommandFor(load: (pack?: string) => Promise<LoadedPack>): Command {
  return new Command('trace')
    .description('line documentation up with the model: what is modelled, what is not, what has changed')
    .argument('<file|folder...>', 'pages in Markdown, MDX or HTML, and folders of them')
    .option('--update', 'accept what has changed: rewrite the lock', false)
    .option('--json', 'print everything as JSON', false)
    .option('--pack <folder>', `a pack of your own; default: ${PACKS_HERE}`)
    .option('--lock <file>', 'another lock than that of the pack')
    .addHelpText('after', help)
    .exitOverride()
    .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
    .action(async (inputs: string[], options: Options) => {
      const pack = await load(options.pack)
      try {
        process.exitCode = await run(inputs, options, pack)
      } catch (error) {
        if (!(error instanceof TraceError)) throw error
        console.error(error.message)
        process.exitCode = 2
      }
    })
}

export const traceCommand = traceCommandFor((name) => packHere(name))
