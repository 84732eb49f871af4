import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { packs } from '@doorstep/machines'
import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { mailsOf } from '../components/mails-of.tsx'
import type { FileParts } from './bundle.ts'
import { dataOf } from './data-of.ts'
import { packPartOf, scriptOfPack } from './script-of-pack.ts'
import { walkFile } from './WalkFile.tsx'

/** Made when a package is built; in the repository they are made when they are needed. */
const ahead = new URL('./parts/', import.meta.url)

const partNamed = (name: string) => readFile(new URL(name, ahead), 'utf8')

async function readParts(): Promise<FileParts> {
  if (!existsSync(ahead)) return (await import('./bundle.ts')).bundleParts()
  const [script = '', style = '', unpack = ''] = await Promise.all(
    ['script.js', 'style.css', 'unpack.js'].map(partNamed),
  )
  return { script, style, unpack }
}

/** The bundled pack's is made ahead, too. */
function packScriptOf(pack: Pack, file: string): Promise<string> {
  const name = packPartOf(pack)
  const isAhead = packs.includes(pack) && existsSync(new URL(name, ahead))
  return isAhead ? partNamed(name) : scriptOfPack(file)
}

/**
 * A flow as one HTML file that walks it without a server, in model mode.
 * @param file the module that exports the pack, as an absolute path
 * @throws PackError where the pack imports something that a browser cannot have
 * @throws BundlerMissingError where the pack is not bundled, and nothing is there that would bundle it
 */
export async function exportFlow(pack: Pack, file: string, flow: Flow): Promise<string> {
  const [parts, packScript, mails] = await Promise.all([
    readParts(),
    packScriptOf(pack, file),
    mailsOf(pack, flow),
  ])
  return walkFile({ pack, flow, parts, packScript, data: dataOf(pack, flow, mails) })
}
