import { relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createJiti } from 'jiti'
import { readModule } from './source/module.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const isOurs = (path: string) => {
  const below = relative(root, path)
  return !below.startsWith('..') && !below.split(sep).includes('node_modules')
}

/**
 * Imports a TypeScript module from any folder, by jiti: the files and packages next to it are found from there, and the
 * names of our packages mean this installation, although they are not installed there. Doorstep's own files are
 * imported like any other of its modules.
 * @param packages what it imports by the names of our packages
 * @param cache folder for what was transformed, so that other processes need not do it again
 */
export async function importModule(
  path: string,
  packages: Record<string, Record<string, unknown>>,
  cache?: string,
): Promise<Record<string, unknown>> {
  if (isOurs(path)) return import(pathToFileURL(path).href)
  const jiti = createJiti(path, {
    fsCache: cache ?? false,
    // A CommonJS package that Doorstep has loaded itself has no default otherwise.
    interopDefault: true,
    virtualModules: packages,
  })
  // What it exports itself: jiti gives a module without a default one.
  return { ...(await jiti.import<Record<string, unknown>>(path)) }
}

/** jiti's own error: what is wrong, and below it where. */
const SYNTAX = /^ParseError: (.*?)\s*\n\s*(.+):(\d+):\d+$/s
const MISSING = /^Cannot find module '(.+?)'$/m

/** Where a module, or one that it imports, cannot be read, and why; `undefined` where something else went wrong. */
export function whyUnreadable(error: unknown, path: string): string | undefined {
  if (!(error instanceof Error)) return undefined
  const [, what, file = path, line] = SYNTAX.exec(error.message) ?? []
  if (what) return placed(what, path, file, Number(line))
  const [missing, name = ''] = MISSING.exec(error.message) ?? []
  const [importer = path] = 'requireStack' in error ? (error.requireStack as string[]) : []
  return missing && placed(missing, path, importer, lineOf(importer, name))
}

const placed = (what: string, path: string, file: string, line: number) =>
  line === 0 ? what : `line ${line}${file === path ? '' : ` of ${file}`}: ${what}`

/** Where a file imports something, counted from 1; 0 where its name is put together. */
function lineOf(file: string, name: string): number {
  const module = readModule(file)
  const statement = module?.program.body.find((one) => 'source' in one && one.source?.value === name)
  return module && statement ? module.lineAt(statement.start) : 0
}
