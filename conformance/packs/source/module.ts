import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Program, parseSync } from 'oxc-parser'
import { sources } from '../../../machines/sources.ts'
import { changedNames } from './changed-names.ts'

/** A source file, parsed. */
export interface Module {
  /** Its absolute path. */
  file: string
  program: Program
  /** Names that the file changes after they are declared: what is written in their declaration says too little. */
  changed: ReadonlySet<string>
  /** The line of a position in the text, from 1. */
  lineAt(offset: number): number
}

/** Parses a file; `undefined` where it cannot be read or is no valid TypeScript. */
export function readModule(file: string): Module | undefined {
  const source = readFileSync(file, 'utf8')
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) return undefined
  return {
    file,
    program,
    changed: changedNames(program),
    lineAt: (offset) => source.slice(0, offset).split('\n').length,
  }
}

const authoring = fileURLToPath(new URL('./authoring.ts', sources))

/** The file that an import names; `undefined` for packages other than Doorstep. */
export function fileOf(specifier: string, importer: string): string | undefined {
  if (specifier === 'doorstep') return authoring
  if (!/^\.{0,2}\//.test(specifier)) return undefined
  const path = resolve(dirname(importer), specifier)
  const written = path.replace(/\.([cm]?)js$/, '.$1ts')
  const names = [path, written, `${path}.ts`, `${path}.js`, `${path}/index.ts`, `${path}/index.js`]
  return names.find((name) => existsSync(name) && statSync(name).isFile())
}
