import { readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { importsOf } from '../walls/imports-of.ts'

/** Where compiled files are, and whose they are. */
export interface Compiled {
  folder: string
  /** How another package's file is imported from one of this; `undefined` for files of this package. */
  nameElsewhere(path: string): string | undefined
  /** Files that this package does without, although they are imported. */
  without: readonly string[]
  /** The file of the package that holds a module of another one; `undefined` where it is a dependency. */
  vendoredAs(specifier: string): string | undefined
}

export interface Collected {
  /** Compiled modules and types by their path, as they go into the package. */
  files: ReadonlyMap<string, string>
  /** Paths of the files of other packages of ours that these import. */
  elsewhere: ReadonlySet<string>
  /** Whatever is imported by name. */
  names: ReadonlySet<string>
  /** What is imported by name, but comes as a file of the package. */
  vendored: ReadonlySet<string>
}

const isTypes = (path: string) => path.endsWith('.d.ts')

/** The compiled file that an import of a compiled file means. The compiler leaves `.ts` in types. */
const meant = (path: string, specifier: string) =>
  normalize(join(dirname(path), specifier)).replace(/\.[jt]sx?$/, isTypes(path) ? '.d.ts' : '.js')

/** Follows the imports of compiled modules and types; those of files that come from another package are made to name it. */
export function collect(compiled: Compiled, entries: readonly string[]): Collected {
  const files = new Map<string, string>()
  const elsewhere = new Set<string>()
  const names = new Set<string>()
  const vendored = new Set<string>()
  const waiting = [...entries]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path) || compiled.without.includes(path)) continue
    const from = path
    const replaced = replaceImports(from, readFileSync(join(compiled.folder, from), 'utf8'), (specifier) => {
      if (!specifier.startsWith('.')) {
        const file = compiled.vendoredAs(specifier)
        if (file === undefined) {
          names.add(specifier)
          return specifier
        }
        if (isTypes(from)) throw new Error(`${from} needs the types of ${specifier}: make it a dependency.`)
        vendored.add(specifier)
        return relative(dirname(from), file)
      }
      const target = meant(from, specifier)
      const name = compiled.nameElsewhere(target)
      if (name === undefined) waiting.push(target)
      else elsewhere.add(target)
      return name ?? specifier.replace(/\.tsx?$/, '.js')
    })
    files.set(path, replaced)
  }
  return { files, elsewhere, names, vendored }
}

/** The text with other specifiers. From the end, so that the places before stay what they are. */
function replaceImports(path: string, text: string, change: (specifier: string) => string): string {
  const imports = importsOf(path, text).toSorted((a, b) => b.start - a.start)
  return imports.reduce((text, { specifier, start }) => {
    const end = start + specifier.length + 2
    return `${text.slice(0, start + 1)}${change(specifier)}${text.slice(end - 1)}`
  }, text)
}
