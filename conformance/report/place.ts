import { relative, resolve } from 'node:path'

/** A place in a file. */
export interface Place {
  file: string
  /** Counted from 1; absent where it is not known. */
  line?: number
}

/** Reads a place as a result has it: `docs/log-in.md:12`, or the file alone. */
export function placeOf(text: string | undefined): Place | undefined {
  if (!text) return undefined
  const [, file, line] = /^(.*):(\d+)$/.exec(text) ?? []
  return file ? { file, line: Number(line) } : { file: text }
}

/** A place as seen from the root of the repository, where a CI says which folder that is: readers of reports know no other. */
export function placeInRepository(
  text: string | undefined,
  root: string | undefined = process.env.GITHUB_WORKSPACE,
): Place | undefined {
  const place = placeOf(text)
  if (!place || !root) return place
  return { ...place, file: relative(root, resolve(place.file)) }
}
