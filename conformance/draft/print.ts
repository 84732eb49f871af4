/** A value as a TypeScript literal, indented by that many spaces. */
export function print(value: unknown, indent = 0): string {
  const inner = ' '.repeat(indent + 2)
  const end = ' '.repeat(indent)
  if (Array.isArray(value)) {
    const entries = value.map((entry) => print(entry, indent + 2))
    const line = `[${entries.join(', ')}]`
    return line.length < 80 && !line.includes('\n')
      ? line
      : `[\n${entries.map((e) => `${inner}${e},\n`).join('')}${end}]`
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, one]) => `${printKey(key)}: ${print(one, indent + 2)}`)
    const line = `{ ${entries.join(', ')} }`
    if (entries.length === 0) return '{}'
    return line.length < 80 && !line.includes('\n')
      ? line
      : `{\n${entries.map((e) => `${inner}${e},\n`).join('')}${end}}`
  }
  return typeof value === 'string' ? printText(value) : String(value)
}

/** A key as an object literal has it: in quotes only where it needs them. */
export const printKey = (key: string) => (/^[A-Za-z_$][\w$]*$|^\d+$/.test(key) ? key : printText(key))

/** A string in the quotes that need the fewest escapes. */
export function printText(text: string): string {
  if (text.includes("'") && !text.includes('"')) return JSON.stringify(text)
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
