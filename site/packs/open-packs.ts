import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packs as bundled } from '@doorstep/machines'
import { loadPack, type PackOnDisk } from '@doorstep/machines/load-pack'
import { PackError } from '../../machines/model/pack.ts'
import { sources } from '../../machines/sources.ts'

/** A pack that the site shows. */
export interface ShownPack extends PackOnDisk {
  /** It is part of Doorstep; its diagrams are drawn ahead of time. */
  bundled: boolean
}

/** The folders of a list as `DOORSTEP_PACKS` has it, separated by `:` or `,`; the colon of `C:\` separates nothing. */
export const packFolders = (list = ''): string[] =>
  list
    .split(/,|:(?!\\)/)
    .map((folder) => folder.trim())
    .filter((folder) => folder !== '')

/**
 * The bundled packs, then those of other folders.
 * @throws PackError naming the folder, and what to do
 */
export async function openPacks(folders: readonly string[]): Promise<ShownPack[]> {
  const packs: ShownPack[] = bundled.map((pack) => {
    const file = fileURLToPath(new URL(`./${pack.id}/pack.ts`, sources))
    return { pack, file, folder: dirname(file), bundled: true }
  })
  for (const folder of folders) {
    const opened = await loadPack(folder)
    const { id } = opened.pack
    const same = packs.find(({ pack }) => pack.id === id)
    if (same)
      throw new PackError(folder, [
        `The pack in ${same.folder} has the id "${id}", too: give each pack a different id.`,
      ])
    packs.push({ ...opened, bundled: false })
  }
  return packs
}
