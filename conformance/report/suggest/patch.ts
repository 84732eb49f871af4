import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import { corrected, type ReadFile, type Suggestion } from './suggestions.ts'

/** A unified patch with every suggestion, as `patch` and `git apply` take it; empty where there is none. */
export const patchOf = (suggestions: readonly Suggestion[], read: ReadFile): string =>
  [...Map.groupBy(suggestions, ({ file }) => file)]
    .map(([file, own]) => filePatch(file, read(file) ?? '', own))
    .join('')

function filePatch(file: string, before: string, suggestions: readonly Suggestion[]): string {
  const after = before
    .split('\n')
    .map((text, n) => suggestions.filter(({ line }) => line === n + 1).reduce(corrected, text))
    .join('\n')
  if (after === before) return ''
  const path = file.replace(/^\.\//, '')
  const headers = { headerOptions: FILE_HEADERS_ONLY }
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, headers)
}
