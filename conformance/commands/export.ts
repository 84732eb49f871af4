import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, extname } from 'node:path'
import { Command } from 'commander'
import type { Flow } from '../../machines/model/flow.ts'
import { type Pack, PackError } from '../../machines/model/pack.ts'
import { launchOptions } from '../browser.ts'
import { ensureBrowser } from '../browser-install.ts'
import { CheckError } from '../errors.ts'
import { flowIn } from '../packs/pack-of.ts'
import { PACKS_HERE, packHere } from './packs-here.ts'

interface Options {
  flow: string
  pack?: string
  out?: string
  walk?: string
}

const help = `
What it writes: one HTML file with the walk, its steps and its gaps. It opens by a double click, asks no server for anything, and can
be mailed or put on any web space. Its address names the moment that is shown, as on the site.

With a file that ends in .pdf, it writes a walk on paper: each moment with its documented step and its screen. By default that is the
documented way to the goal; with --walk, the way to the moment that a link names, wrong turns too.

With a file that ends in .zip, it writes a SCORM 2004 package for a learning management system: it reports progress, and completion at
the goal, and goes on where the person was.

Exit codes:
  0  the file is written
  2  nothing is written: the pack cannot be read, has no such flow or walk, there is no browser for a PDF, or the file
     cannot be written`

/** `doorstep export`: writes a flow as one HTML file. */
export const exportCommand = new Command('export')
  .description(
    'write a flow as one HTML file that can be walked without a server, a walk as a PDF, or a SCORM package',
  )
  .requiredOption('--flow <flow>', 'the flow, by its id')
  .option('--pack <folder>', `a pack of your own; default: ${PACKS_HERE}`)
  .option('--out <file>', 'where the file goes, .html, .pdf or .zip; default: <flow>.html')
  .option('--walk <link>', 'for a PDF: the link of a moment, from “Copy link” on the page')
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async ({ flow: id, pack: named, out = `${id}.html`, walk }: Options) => {
    const form = extname(out).toLowerCase()
    if (walk !== undefined && form !== '.pdf')
      throw new CheckError('bad-option', '--walk is for a walk on paper: name a PDF, such as --out walk.pdf.')
    const { pack, file } = await packHere(named, id)
    // The simulator is loaded only when it is needed.
    const { exportFlow } = await import('../../site/export/export-flow.ts')
    const { BundlerMissingError } = await import('../../site/export/script-of-pack.ts')
    const flow = flowIn([pack], id)
    const page = await exportFlow(pack, file, flow).catch((cause: unknown) => {
      if (cause instanceof BundlerMissingError)
        throw new CheckError(
          'bundler-missing',
          'A pack of your own is bundled by esbuild, which is not installed: run "npm install --save-dev esbuild", then try again.',
          { cause },
        )
      if (!(cause instanceof PackError)) throw cause
      throw new CheckError('pack-invalid', cause.message, { cause })
    })
    const written =
      form === '.pdf'
        ? await onPaper(page, pack, flow, walk)
        : form === '.zip'
          ? (await import('../../site/export/scorm.ts')).scormPackage(pack, flow, page)
          : page
    try {
      mkdirSync(dirname(out), { recursive: true })
      writeFileSync(out, written)
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new CheckError(
        'report-unwritable',
        `${out} cannot be written: ${why}: choose another with --out.`,
        { cause },
      )
    }
    console.log(
      `${out}: ${Math.ceil(Buffer.byteLength(written) / 1000)} kB.${written === page ? ' Open it in a browser.' : ''}`,
    )
  })

/** @throws CheckError where the flow has no such walk, or there is no browser */
async function onPaper(page: string, pack: Pack, flow: Flow, link?: string): Promise<Buffer> {
  const [{ walkAt }, { walkPdf }, { chromium }] = await Promise.all([
    import('../../site/export/walk-of.ts'),
    import('../../site/export/walk-pdf.tsx'),
    import('@playwright/test'),
  ])
  const place = walkAt(flow, link)
  if (!place)
    throw new CheckError(
      'bad-option',
      `${flow.id} has no walk ${link}: open the moment on the flow’s page, press “Copy link”, and quote what you paste.`,
    )
  const browser = await chromium.launch(launchOptions(ensureBrowser()))
  try {
    return await walkPdf(browser, page, pack, flow, place)
  } finally {
    await browser.close()
  }
}
