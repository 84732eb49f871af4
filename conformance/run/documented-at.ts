import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { CheckError } from '../errors.ts'
import type { LoadedPack } from '../packs/load-pack.ts'
import { alignProcedures } from '../trace/align.ts'
import { readPages } from '../trace/read-pages.ts'
import { TraceError } from '../trace/trace-error.ts'

/**
 * Where the documentation has each step: the step's id → `<file>:<line>`, as seen from where the command runs.
 * @param docs files and folders of the documentation; default: the pages of the packs
 * @throws CheckError `docs-unreadable`
 */
export function documentedAt(
  loaded: readonly LoadedPack[],
  docs?: readonly string[],
): ReadonlyMap<string, string> {
  const pages = docs ?? loaded.flatMap(pagesOf)
  if (pages.length === 0) return new Map()
  const packs = loaded.map(({ pack }) => pack)
  const { procedures } = alignProcedures(proceduresIn(pages), packs)
  const places = new Map<string, string>()
  // The same procedure may be on several pages: the first one counts.
  for (const { steps } of procedures)
    for (const { step, modelled } of steps)
      if (modelled && !places.has(modelled.id))
        places.set(modelled.id, `${relative(process.cwd(), step.file)}:${step.line}`)
  return places
}

function proceduresIn(pages: readonly string[]) {
  try {
    return readPages([...pages]).pages.flatMap(({ procedures }) => procedures)
  } catch (error) {
    if (error instanceof TraceError) throw new CheckError('docs-unreadable', error.message, { cause: error })
    throw error
  }
}

const pagesOf = ({ pack, folder }: LoadedPack): string[] =>
  pack.flows.map(({ id }) => join(folder, `${id}.md`)).filter(existsSync)
