import { parse } from 'node-html-parser'
import { isJson } from '../bench/body.ts'

/** What only the inside of a product says: where its code failed, what it asked its database, or which addresses it has. */
const INNER = [
  /\n\s+at [^\n]{0,200}(?:\.[cm]?[jt]sx?|node:[\w/]+):\d+/,
  /Traceback \(most recent call last\)/,
  /File "[^"\n]+", line \d+, in /,
  /\bat (?:[\w$]+\.){2,}[\w$<>]+\([\w$]+\.(?:java|kt|scala):\d+\)/,
  /\.php(?::\d+| on line \d+|\(\d+\): )/,
  /\.rb:\d+:in [`'‘]/,
  /\bat [\w.<>`[\]]+\([^)\n]*\) in [^\n]+\.(?:cs|vb|fs):line \d+/,
  /goroutine \d+ \[running\]/,
  /panicked at [^\n]+\.rs:\d+/,
  /Using the URLconf defined in|\bDEBUG = True\b/,
  /Werkzeug Debugger|\bRails\.root: \/|\bSymfony Exception\b|\bIlluminate\\|\bNoRouteError at /,
  /SQLSTATE\[|SQLITE_[A-Z]+|ORA-\d{5}|You have an error in your SQL syntax|syntax error at or near "/,
]

/** An answer as it is written, and as it is read: markup as people see it, and each text in JSON without what escapes it. */
function textsOf(body: string): string[] {
  if (isJson(body)) return [body, ...textsInJson(body)]
  return body.includes('<') ? [body, parse(body).text] : [body]
}

function textsInJson(body: string): string[] {
  const texts: string[] = []
  JSON.parse(body, (_name, value: unknown) => {
    if (typeof value === 'string') texts.push(value)
    return value
  })
  return texts
}

/** The first words in an answer that tell of the inside; `undefined` where none do. */
export function innerWords(body: string): string | undefined {
  for (const text of textsOf(body))
    for (const inner of INNER) {
      const [found] = inner.exec(text) ?? []
      if (found !== undefined) return found.trim().slice(0, 100)
    }
  return undefined
}
