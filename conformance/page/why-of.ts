import { basename } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** What went wrong in a call of Playwright, in one line: the first line of its message, and what it was waiting for. */
export function whyOf(cause: unknown): string {
  const { message } = cause instanceof Error ? cause : new Error(String(cause))
  const [first = '', ...log] = stripVTControlCharacters(message).split('\n')
  const waiting = log
    .map((line) => line.trim().replace(/^- /, ''))
    .find((line) => line.startsWith('waiting for'))
  return [first.replace(/\.$/, ''), ...(waiting ? [waiting] : [])].join(', ') + placeOf(cause)
}

/** Errors of JavaScript itself: their messages name nothing that a profile has. */
const MISTAKES = [TypeError, ReferenceError, RangeError, SyntaxError]
/** A line of a stack: a file, perhaps as an address, its line and its column. */
const FRAME = /(?:file:\/\/)?(\/[^()\n]*|[A-Za-z]:[^()\n]*):(\d+):\d+\)?$/

/** Where a profile has a mistake, as “ (at start.ts:12)”; nothing of any other error. */
export function placeOf(cause: unknown): string {
  if (!(cause instanceof Error) || !MISTAKES.some((kind) => cause instanceof kind)) return ''
  const frames = (cause.stack ?? '').split('\n').flatMap((line) => {
    const [, file = '', number = ''] = FRAME.exec(line.trim()) ?? []
    return file && !file.includes('/node_modules/') ? [`${basename(file)}:${number}`] : []
  })
  return frames[0] ? ` (at ${frames[0]})` : ''
}
