import { parseSync } from 'oxc-parser'

/** Something a file imports: the specifier as it is written, and its 1-based line. */
export interface Import {
  specifier: string
  line: number
}

/** The scripts of an Astro file: its front matter, and what is between `<script>` and `</script>`. */
const astroScripts = /^---\n([\s\S]*?)\n---|<script[^>]*>([\s\S]*?)<\/script>/g

/** Every module that a source file imports, re-exports, or loads by `import()` or `import.meta.glob()` with a literal. */
export function importsOf(file: string, source: string): Import[] {
  if (!file.endsWith('.astro')) return importsOfScript(file, source)
  return [...source.matchAll(astroScripts)].flatMap((match) => {
    const script = match[1] ?? match[2] ?? ''
    const before = source.slice(0, match.index + match[0].indexOf(script))
    return importsOfScript(`${file}.ts`, script).map(({ specifier, line }) => ({
      specifier,
      line: line + lineAt(before, before.length) - 1,
    }))
  })
}

function importsOfScript(file: string, source: string): Import[] {
  const { module, errors } = parseSync(file, source)
  const [error] = errors
  if (error) throw new Error(`${file} cannot be parsed: ${error.message}`)
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest ?? [])),
  ]
  const literal = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const [, value] = /^['"`]([^'"`$]+)['"`]$/.exec(source.slice(start, end)) ?? []
    return value ? [{ value, start }] : []
  })
  const types = [
    ...source.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g),
    ...source.matchAll(/import\.meta\.glob[^(]*\(\s*\[?\s*'([^']+)'/g),
  ]
  const found = [
    ...requests,
    ...literal,
    ...types.map(({ index, 1: value = '' }) => ({ value, start: index })),
  ].map(({ value, start }) => ({ specifier: value, line: lineAt(source, start) }))
  return [...new Map(found.map((one) => [`${one.specifier} ${one.line}`, one])).values()]
}

const lineAt = (source: string, offset: number) => source.slice(0, offset).split('\n').length
