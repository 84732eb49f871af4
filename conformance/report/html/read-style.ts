import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const { resolve } = createRequire(import.meta.url)

/** The site's typefaces; of each only what western languages need, so that the report stays small. */
const typefaces = {
  'Inter Variable': '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  'JetBrains Mono Variable':
    '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
}

/** In the order in which they go before each other. */
const sheets = [
  ...['tokens', 'base'].map((name) => `../../../site/styles/${name}.css`),
  ...['frame', 'head', 'flow', 'finding', 'evidence', 'narrow-and-print'].map(
    (name) => `./styles/${name}.css`,
  ),
]

/** The site's look and the report's own, with nothing left to be fetched. */
export async function readStyle(): Promise<string> {
  const faces = Object.entries(typefaces).map(async ([family, file]) => {
    const bytes = await readFile(resolve(file))
    return `@font-face{font-family:"${family}";font-weight:100 900;src:url(data:font/woff2;base64,${bytes.toString('base64')}) format("woff2")}`
  })
  const read = sheets.map((sheet) => readFile(fileURLToPath(new URL(sheet, import.meta.url)), 'utf8'))
  return (await Promise.all([...faces, ...read])).join('\n')
}
