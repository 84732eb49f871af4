import { parse } from 'node-html-parser'

/** What only the inside of a product says: where its code failed, or what it asked its database. */
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
  /SQLSTATE\[|SQLITE_[A-Z]+|ORA-\d{5}|You have an error in your SQL syntax|syntax error at or near "/,
]

/** The first words in an answer that tell of the inside; `undefined` where none do. Markup is read as people see it, too. */
export function innerWords(body: string): string | undefined {
  const texts = body.includes('<') ? [body, parse(body).text] : [body]
  for (const text of texts)
    for (const inner of INNER) {
      const [found] = inner.exec(text) ?? []
      if (found !== undefined) return found.trim().slice(0, 100)
    }
  return undefined
}
