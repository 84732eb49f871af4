import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const { resolve } = createRequire(import.meta.url)

/** A built package has copies of the two files that are read; the packages they are from have many. */
function typeface(name: string, original: string): string {
  const copy = fileURLToPath(new URL(`./typefaces/${name}`, import.meta.url))
  return existsSync(copy) ? copy : resolve(original)
}

/** The files of the typefaces, by the names that `fonts.css` gives them. Each covers the western languages only. */
export const typefaces: Record<string, string> = {
  'inter.woff2': typeface('inter.woff2', '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
  'jetbrains-mono.woff2': typeface(
    'jetbrains-mono.woff2',
    '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2',
  ),
}

/** A style sheet that other pages share, by its name without `.css`. */
export const styleSheet = (name: string): URL => new URL(`./${name}.css`, import.meta.url)
