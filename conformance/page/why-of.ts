import { stripVTControlCharacters } from 'node:util'

/** What went wrong in a call of Playwright, in one line: the first line of its message, and what it was waiting for. */
export function whyOf(cause: unknown): string {
  const { message } = cause instanceof Error ? cause : new Error(String(cause))
  const [first = '', ...log] = stripVTControlCharacters(message).split('\n')
  const waiting = log
    .map((line) => line.trim().replace(/^- /, ''))
    .find((line) => line.startsWith('waiting for'))
  return [first.replace(/\.$/, ''), ...(waiting ? [waiting] : [])].join(', ')
}
