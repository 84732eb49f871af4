import { GraphError } from './errors.ts'

type Value = string | number | boolean | null
export type Row = Record<string, unknown>
type Test = (row: Row) => boolean

const token =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>-?\d+(?:\.\d+)?)\b|(?<word>[A-Za-z][\w/]*)|(?<sign>[(),]))/y

const unsupported = (what: string) =>
  new GraphError(400, 'Request_UnsupportedQuery', `Unsupported or invalid query filter clause: ${what}.`)

function tokensOf(text: string): string[] {
  const found: string[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.trimEnd().length) {
    const start = token.lastIndex
    const match = token.exec(text)
    if (!match) throw unsupported(`'${text.slice(start).trim()}' is not understood`)
    found.push(match[0].trim())
  }
  return found
}

const constants = new Map<string, Value>([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** Strings are compared without regard to case, as Graph does for directory objects. */
const same = (kept: unknown, value: Value) =>
  typeof kept === 'string' && typeof value === 'string'
    ? kept.toLowerCase() === value.toLowerCase()
    : (kept ?? null) === value

const functions: Record<string, (kept: string, value: string) => boolean> = {
  startswith: (kept, value) => kept.startsWith(value),
  endswith: (kept, value) => kept.endsWith(value),
}

/** Reads one filter; each method takes what its name says off the front. */
class Parser {
  readonly #tokens: string[]
  readonly #properties: readonly string[]

  constructor(text: string, properties: readonly string[]) {
    this.#tokens = tokensOf(text)
    this.#properties = properties
  }

  whole(): Test {
    const test = this.#either()
    const [rest] = this.#tokens
    if (rest !== undefined) throw unsupported(`'${rest}' is not expected`)
    return test
  }

  #take(wanted?: string): string {
    const next = this.#tokens.shift()
    if (next === undefined) throw unsupported('it ends too early')
    if (wanted !== undefined && next !== wanted) throw unsupported(`'${next}' instead of '${wanted}'`)
    return next
  }

  #is(word: string): boolean {
    if (this.#tokens[0] !== word) return false
    this.#tokens.shift()
    return true
  }

  #either(): Test {
    const one = this.#both()
    if (!this.#is('or')) return one
    const other = this.#either()
    return (row) => one(row) || other(row)
  }

  #both(): Test {
    const one = this.#single()
    if (!this.#is('and')) return one
    const other = this.#both()
    return (row) => one(row) && other(row)
  }

  #single(): Test {
    if (this.#is('not')) {
      const test = this.#single()
      return (row) => !test(row)
    }
    if (this.#is('(')) {
      const test = this.#either()
      this.#take(')')
      return test
    }
    return this.#tokens[1] === '(' && this.#tokens[0] !== 'in' ? this.#call() : this.#comparison()
  }

  #call(): Test {
    const name = this.#take()
    const call = functions[name.toLowerCase()]
    if (!call || !Object.hasOwn(functions, name.toLowerCase()))
      throw unsupported(`the function '${name}' is not supported here`)
    this.#take('(')
    const property = this.#property()
    this.#take(',')
    const value = String(this.#value()).toLowerCase()
    this.#take(')')
    return (row) => call(String(row[property] ?? '').toLowerCase(), value)
  }

  #comparison(): Test {
    const property = this.#property()
    const operator = this.#take()
    if (operator === 'in') return this.#oneOf(property)
    if (operator !== 'eq' && operator !== 'ne')
      throw unsupported(`the operator '${operator}' is not supported here`)
    const value = this.#value()
    return (row) => same(row[property], value) === (operator === 'eq')
  }

  #oneOf(property: string): Test {
    this.#take('(')
    const values = [this.#value()]
    while (this.#is(',')) values.push(this.#value())
    this.#take(')')
    return (row) => values.some((value) => same(row[property], value))
  }

  #property(): string {
    const name = this.#take()
    if (!this.#properties.includes(name)) throw unsupported(`there is no property '${name}' here`)
    return name
  }

  #value(): Value {
    const text = this.#take()
    if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'")
    const constant = constants.get(text)
    if (constant !== undefined) return constant
    if (Number.isNaN(Number(text))) throw unsupported(`'${text}' is no value`)
    return Number(text)
  }
}

/** What a `$filter` lets through: `eq`, `ne`, `in`, `startswith`, `endswith`, `and`, `or`, `not`. Throws GraphError for the rest. */
export const filterOf = (text: string, properties: readonly string[]): Test =>
  new Parser(text, properties).whole()
