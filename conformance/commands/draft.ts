import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { Command } from 'commander'
import { DraftError } from '../draft/draft-error.ts'
import { draftPack } from '../draft/draft-pack.ts'
import { filesOf } from '../draft/write-pack.ts'
import { TraceError } from '../trace/trace-error.ts'

const help = `
What it writes: screens.ts, a <flow>.ts and a <flow>.md for each procedure, and pack.ts. It type-checks, and "doorstep plan
--pack" and the site (DOORSTEP_PACKS) take it as it is. Where it had to guess, the flow's gaps say so: read them first.

Exit codes:
  0  the pack is written
  2  nothing is written: the pages cannot be read, hold no numbered steps, or the folder has files already`

/** `doorstep draft`: writes a pack from documentation. */
export const draftCommand = new Command('draft')
  .description('write a pack from documentation: a flow for each procedure, to be read and corrected')
  .argument('<file|folder...>', 'pages in Markdown, MDX or HTML, and folders of them')
  .requiredOption('--out <folder>', 'where the pack goes: a new or an empty folder')
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action((inputs: string[], { out }: { out: string }) => {
    try {
      console.log(writePack(inputs, out))
    } catch (error) {
      if (!(error instanceof TraceError || error instanceof DraftError)) throw error
      console.error(error.message)
      process.exitCode = 2
    }
  })

/** Writes the pack, and answers what was written. @throws DraftError, TraceError */
function writePack(inputs: string[], out: string): string {
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new DraftError(
      'folder-exists',
      `${out} has files already: name a new folder, so that nothing is overwritten.`,
    )
  const pack = draftPack(inputs, basename(resolve(out)))
  mkdirSync(out, { recursive: true })
  for (const [name, text] of Object.entries(filesOf(pack))) writeFileSync(join(out, name), text)
  const lines = pack.flows.map(({ id, steps, gaps, notModelled }) => {
    const left = Object.keys(notModelled).length
    return `  ${id}  ${Object.keys(steps).length} steps, ${gaps.length} guesses${left ? `, ${left} not understood` : ''}`
  })
  return [
    `${out}: ${pack.flows.length} flows, ${Object.keys(pack.screens).length} screens`,
    ...lines,
    `Next: doorstep plan --pack ${out}`,
  ].join('\n')
}
