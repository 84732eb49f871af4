/** A field of a form. */
export type Field = [name: string, value: string]

/** Whether the body of a request is JSON: an object or a list. Otherwise it is a form, or nothing. */
export function isJson(body: string): boolean {
  if (!/^\s*[{[]/.test(body)) return false
  try {
    JSON.parse(body)
    return true
  } catch {
    return false
  }
}

/** The same JSON with other values: `change` is asked for each, the innermost first. */
export const mapJson = (body: string, change: (name: string, old: unknown) => unknown): string =>
  JSON.stringify(JSON.parse(body, change))

/** The same JSON with further fields, in each object of a list. */
export function withJsonFields(body: string, further: Readonly<Record<string, string>>): string {
  const add = (value: unknown) => (isRecord(value) ? { ...value, ...further } : value)
  const json: unknown = JSON.parse(body)
  return JSON.stringify(Array.isArray(json) ? json.map(add) : add(json))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of a form (application/x-www-form-urlencoded, or multipart/form-data by RFC 7578), without files; none of JSON. */
export function fieldsOf(body: string): Field[] {
  if (isJson(body)) return []
  const parts = partsOf(body)
  return parts ? parts.fields : [...new URLSearchParams(body)]
}

/** The texts in a body, by the name of their field; of JSON those at the top. */
export function textsOf(body: string): Record<string, string> {
  const all: [string, unknown][] = isJson(body) ? Object.entries(JSON.parse(body)) : fieldsOf(body)
  return Object.fromEntries(all.filter((field): field is Field => typeof field[1] === 'string'))
}

/** The values that a body carries, each by itself. */
export function valuesOf(body: string): Set<unknown> {
  if (!isJson(body)) return new Set(fieldsOf(body).map(([, value]) => value))
  const values = new Set<unknown>()
  JSON.parse(body, (_, value: unknown) => {
    values.add(value)
    return value
  })
  return values
}

/** The same form with other fields. Files stay. */
export function withFields(body: string, change: (fields: Field[]) => Field[]): string {
  const parts = partsOf(body)
  if (!parts) return new URLSearchParams(change([...new URLSearchParams(body)])).toString()
  const written = change(parts.fields).map(
    ([name, value]) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`,
  )
  const all = [...written, ...parts.files].map((part) => `${parts.boundary}\r\n${part}\r\n`)
  return `${all.join('')}${parts.boundary}--\r\n`
}

/** The same form with these fields in place of those of the same names. */
export const withSet = (body: string, set: Readonly<Record<string, string>>): string =>
  withFields(body, (fields) => [
    ...fields.filter(([name]) => !Object.hasOwn(set, name)),
    ...Object.entries(set),
  ])

/** How a value is written in a body. */
export function writtenIn(body: string): (value: string) => string {
  if (isJson(body)) return (value) => JSON.stringify(value).slice(1, -1)
  if (partsOf(body)) return (value) => value
  return (value) => new URLSearchParams({ '': value }).toString().slice(1)
}

/** The parts of a multipart form; its first line says what separates them. `undefined` where it is none. */
function partsOf(body: string) {
  const [boundary] = /^--[^\r\n]+(?=\r\n)/.exec(body) ?? []
  if (boundary === undefined) return undefined
  const parts = body
    .split(boundary)
    .slice(1, -1)
    .map((part) => part.replace(/^\r\n/, '').replace(/\r\n$/, ''))
  const isFile = (part: string) => /;\s*filename\*?=/i.test(part.split('\r\n\r\n', 1)[0] ?? '')
  const fields = parts
    .filter((part) => !isFile(part))
    .map((part): Field => {
      const [head = '', ...value] = part.split('\r\n\r\n')
      return [/;\s*name="([^"]*)"/i.exec(head)?.[1] ?? '', value.join('\r\n\r\n')]
    })
  return { boundary, fields, files: parts.filter(isFile) }
}
