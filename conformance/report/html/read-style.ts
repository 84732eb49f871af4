import { readFile } from 'node:fs/promises'
import { styleSheet, typefaces } from '../../../mock-idp/look/typefaces.ts'

const own = new URL('./styles/', import.meta.url)

/** The shared look first, then what the report has of its own. */
const sheets = [
  ...['fonts', 'tokens', 'base', 'forms'].map(styleSheet),
  ...['page', 'verdicts'].map((name) => new URL(`${name}.css`, own)),
]

/** The style sheet of the report with its fonts inlined, so that the report loads nothing. */
export async function readStyle(): Promise<string> {
  const style = (await Promise.all(sheets.map((sheet) => readFile(sheet, 'utf8')))).join('\n')
  const files = await Promise.all(
    Object.entries(typefaces).map(async ([name, file]) => [name, await readFile(file, 'base64')] as const),
  )
  return files.reduce(
    (all, [name, bytes]) => all.replace(`url("/assets/${name}")`, `url(data:font/woff2;base64,${bytes})`),
    style,
  )
}
