import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

/** The files of the typefaces, by the names that `fonts.css` gives them. Each covers the western languages only. */
export const typefaces: Record<string, string> = {
  'inter.woff2': resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
  'jetbrains-mono.woff2': resolve(
    '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  ),
}
