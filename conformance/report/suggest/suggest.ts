import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isTelling, type Reporting } from '../reporters.ts'
import type { CheckResult } from '../result.ts'
import { patchOf } from './patch.ts'
import { suggestionInWords, suggestionsFor } from './suggestions.ts'

/** The text of a local file; `undefined` where there is none. */
const readFile = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

/** The most suggestions that a terminal shows; the patch has all. */
const MOST = 20

/**
 * Says where the documentation names something otherwise than the product, and writes the patch that is asked for.
 * @returns what is printed, in lines; nothing where only the summary is wanted
 */
export function suggest(result: CheckResult, options: Reporting & { suggest?: string }): string[] {
  const suggestions = suggestionsFor(result, readFile)
  const { suggest: file } = options
  if (file !== undefined) writeFileSync(file, patchOf(suggestions, readFile))
  if (!isTelling(options)) return []
  const more = suggestions.length - MOST
  return [
    ...(suggestions.length > 0 ? ['', 'Names that the documentation has and the product has not:'] : []),
    ...suggestions.slice(0, MOST).map((one) => `  ${suggestionInWords(one)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(file === undefined ? [] : [patchLine(file, suggestions.length)]),
  ]
}

const patchLine = (file: string, count: number) =>
  count === 0
    ? `${file} is empty: no name differs in a page of the documentation that is a local file.`
    : `${file} has a patch for ${count === 1 ? 'it' : 'them'}: git apply ${file}`
