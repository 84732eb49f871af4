import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join, relative, sep } from 'node:path'
import type { Pack } from '../../machines/model/pack.ts'
import { download, isAddress } from '../draft/download.ts'
import { draftPack } from '../draft/draft-pack.ts'
import { filesOf } from '../draft/write-pack.ts'
import { loadPack, loadPacks } from '../packs/load-pack.ts'
import { writeNew } from './places.ts'
import { BUNDLED } from './questions.ts'

/** A product's documentation as a pack. */
export interface DocumentedPack {
  pack: Pack
  /** The files of a pack that was drafted now. */
  drafted?: Readonly<Record<string, string>>
  /** The folder of a pack that exists, as a profile in this folder names it. */
  folder?: string
}

/** Whether the documentation is pages, of which a pack is drafted. */
export const isDrafted = (docs: string): boolean => docs !== BUNDLED && !existsSync(join(docs, 'pack.ts'))

/** Where a drafted pack keeps the page that was fetched for it: "doorstep trace" compares with it later. */
const SOURCE = 'source'

/**
 * The pack that documentation is: the bundled one, that of a folder, or one that is drafted of pages.
 * @param docs as it was answered
 * @throws CheckError for a pack or an address, DraftError and TraceError for pages that cannot be read
 */
export async function packOfDocs(docs: string): Promise<DocumentedPack> {
  if (docs === BUNDLED) {
    const [bundled] = await loadPacks()
    if (!bundled) throw new Error('No pack is bundled.')
    return { pack: bundled.pack }
  }
  if (!isDrafted(docs)) {
    const folder = `./${relative(process.cwd(), docs).split(sep).join('/')}`
    return { pack: (await loadPack(docs)).pack, folder }
  }
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-init-'))
  try {
    const fetched = isAddress(docs) ? await download(docs) : undefined
    const kept = fetched && { [join(SOURCE, fetched.name)]: fetched.text }
    writeNew(folder, kept ?? {})
    const page = fetched ? join(folder, SOURCE, fetched.name) : docs
    const own = filesOf(draftPack([page], basename(page, extname(page))))
    writeNew(folder, own)
    return { pack: (await loadPack(folder)).pack, drafted: { ...own, ...kept } }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
