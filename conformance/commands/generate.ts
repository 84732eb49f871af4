import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { UnknownSymbol } from '../../machines/model/values.ts'
import { CheckError } from '../errors.ts'
import { generateSpecs } from '../generate/generate.ts'
import { flowIn } from '../packs/pack-of.ts'
import { counted } from '../report/in-words.ts'
import { several } from './option-values.ts'
import { PACKS_HERE, packHere } from './packs-here.ts'

/** By this a file is known that may be written anew. */
const HEAD = '// Written by "doorstep generate". Changes are lost when it is called again.\n'

const help = `
What it writes: a spec for each procedure with a test per path and a step per documented step, and one page object. They need
@playwright/test alone. people.ts says how accounts are made: it is written once, and you complete it.

The specs look at screens and messages. What only "doorstep check" does is not in them: controls, sessions, and checks.

Exit codes:
  0  the specs are written
  2  nothing is written: the pack cannot be read, or a file is there that this command has not written`

/** `doorstep generate`: writes Playwright specs of a pack. */
export const generateCommand = new Command('generate')
  .description('write Playwright specs of the documented procedures, which run without Doorstep')
  .requiredOption('--out <folder>', 'where the specs go')
  .option('--pack <folder>', `a pack of your own; default: ${PACKS_HERE}`)
  .option('--flow <flow>', 'only this flow; may be repeated', several)
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async ({ out, pack: named, flow }: { out: string; pack?: string; flow?: string[] }) => {
    const { pack } = await packHere(named, flow?.[0])
    const flows = flow?.map((id) => flowIn([pack], id)) ?? pack.flows
    const { files, own, written, left } = await generateSpecs(pack, flows).catch((cause: unknown) => {
      if (!(cause instanceof UnknownSymbol)) throw cause
      throw new CheckError('pack-invalid', cause.message, { cause })
    })
    if (existsSync(out) && !statSync(out).isDirectory())
      throw new CheckError('files-exist', `${out} is a file, so nothing is written: name a folder.`)
    const foreign = Object.keys(files).filter((name) => isForeign(join(out, name)))
    if (foreign.length > 0)
      throw new CheckError(
        'files-exist',
        `${foreign.join(', ')} in ${out} ${foreign.length > 1 ? 'were' : 'was'} not written by this command, so nothing is written: name another folder.`,
      )
    mkdirSync(out, { recursive: true })
    for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), HEAD + text)
    for (const [name, text] of Object.entries(own))
      if (!existsSync(join(out, name))) writeFileSync(join(out, name), text)
    console.log(`${out}: ${Object.keys(files).join(', ')}`)
    console.log(
      `${counted(written, 'test')}${left > 0 ? `, and ${left} that ${left === 1 ? 'is' : 'are'} only named, with the reason` : ''}`,
    )
    console.log(`Next: complete ${join(out, 'people.ts')}, and call npx playwright test with your baseURL.`)
  })

const isForeign = (file: string) => existsSync(file) && !readFileSync(file, 'utf8').startsWith(HEAD)
