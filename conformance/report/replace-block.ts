import { readFile, writeFile } from 'node:fs/promises'

/**
 * Puts a text between `<!-- bench NAME -->` and the next `<!-- end -->` of a file.
 *
 * @throws {Error} where the file has no such place
 */
export async function replaceBlock(file: string, name: string, text: string): Promise<void> {
  const before = await readFile(file, 'utf8')
  const begin = `<!-- bench ${name} -->`
  const start = before.indexOf(begin)
  const end = before.indexOf('<!-- end -->', start)
  if (start < 0 || end < 0) {
    throw new Error(
      `${file} has no place for the table: write "${begin}" and "<!-- end -->" where it belongs.`,
    )
  }
  await writeFile(file, `${before.slice(0, start)}${begin}\n\n${text}\n\n${before.slice(end)}`)
}
