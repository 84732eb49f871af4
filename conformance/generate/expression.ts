import type { Field } from '../../machines/model/screen.ts'
import { type Known, makeValue, type Values } from '../../machines/model/values.ts'
import { printText } from '../draft/print.ts'

/** Placeholder of a value that is only known when the spec runs → the expression that replaces it. */
const unknowns: Readonly<Record<string, string>> = {
  '\uE000email@host\uE000': 'person.email',
  '\uE000password\uE000': 'person.currentPassword',
  '\uE000chosen\uE000': 'person.chosen',
  '\uE000strong\uE000': 'person.strong',
  '\uE000weak\uE000': 'person.weak',
  '\uE000right\uE000': "await person.code(this.page, 'right')",
  '\uE000wrong\uE000': "await person.code(this.page, 'wrong')",
  '\uE000used\uE000': "await person.code(this.page, 'used')",
}

const known: Known = {
  email: '\uE000email@host\uE000',
  password: '\uE000password\uE000',
  chosen: '\uE000chosen\uE000',
  passwords: { strong: '\uE000strong\uE000', weak: '\uE000weak\uE000' },
  code: (which) => `\uE000${which}\uE000`,
  note: (name) => `\uE000note ${name}\uE000`,
}

/** An address with a tag in front of its `@`. */
const TAGGED = /^\uE000email(.+)@host\uE000$/

/**
 * The code for what is typed into a field for a symbol.
 * @throws UnknownSymbol when no table has it
 */
export async function expressionOf(values: Values, field: Field, symbol: string): Promise<string> {
  const made = await makeValue(values, field, symbol, known)
  const code = codeOf(made)
  return field.holds === 'new-password' ? `person.choose(${code})` : code
}

function codeOf(made: string): string {
  if (made === '') return "''"
  const whole = unknowns[made]
  if (whole) return whole
  const [, tag] = TAGGED.exec(made) ?? []
  if (tag) return `person.email.replace('@', ${printText(`${tag}@`)})`
  const parts = made.split(/(\uE000[^\uE000]*\uE000)/).filter(Boolean)
  if (parts.length === 1 && !made.includes('\uE000')) return printText(made)
  const code = parts.map((part) => (part.includes('\uE000') ? `\${${noteOr(part)}}` : quoted(part)))
  const [only = ''] = parts
  return parts.length === 1 ? noteOr(only) : `\`${code.join('')}\``
}

const noteOr = (part: string) => {
  const [, name] = /^\uE000note (.*)\uE000$/.exec(part) ?? []
  return name === undefined ? (unknowns[part] ?? "''") : `person.note(${printText(name)})`
}

const quoted = (text: string) => text.replace(/[`\\$]/g, '\\$&')
