import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Command } from 'commander'
import { PackError } from '../../machines/model/pack.ts'
import { CheckError } from '../errors.ts'
import { flowIn } from '../packs/pack-of.ts'
import { PACKS_HERE, packHere } from './packs-here.ts'

interface Options {
  flow: string
  pack?: string
  out?: string
}

const help = `
What it writes: one HTML file with the walk, its steps and its gaps. It opens by a double click, asks no server for anything, and can
be mailed or put on any web space. Its address names the moment that is shown, as on the site.

Exit codes:
  0  the file is written
  2  nothing is written: the pack cannot be read, has no such flow, or the file cannot be written`

/** `doorstep export`: writes a flow as one HTML file. */
export const exportCommand = new Command('export')
  .description('write a flow as one HTML file that can be walked without a server')
  .requiredOption('--flow <flow>', 'the flow, by its id')
  .option('--pack <folder>', `a pack of your own; default: ${PACKS_HERE}`)
  .option('--out <file>', 'where the file goes; default: <flow>.html')
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async ({ flow: id, pack: named, out = `${id}.html` }: Options) => {
    const { pack, file } = await packHere(named, id)
    // The simulator is loaded only when it is needed.
    const { exportFlow } = await import('../../site/export/export-flow.ts')
    const { BundlerMissingError } = await import('../../site/export/script-of-pack.ts')
    const page = await exportFlow(pack, file, flowIn([pack], id)).catch((cause: unknown) => {
      if (cause instanceof BundlerMissingError)
        throw new CheckError(
          'bundler-missing',
          'A pack of your own is bundled by esbuild, which is not installed: run "npm install --save-dev esbuild", then try again.',
          { cause },
        )
      if (!(cause instanceof PackError)) throw cause
      throw new CheckError('pack-invalid', cause.message, { cause })
    })
    try {
      mkdirSync(dirname(out), { recursive: true })
      writeFileSync(out, page)
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new CheckError(
        'report-unwritable',
        `${out} cannot be written: ${why}: choose another with --out.`,
        { cause },
      )
    }
    console.log(`${out}: ${Math.ceil(Buffer.byteLength(page) / 1000)} kB. Open it in a browser.`)
  })
