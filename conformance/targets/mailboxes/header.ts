import PostalMime from 'postal-mime'

/** A field of a mail's header: its name in small letters, and its value without folding (RFC 5322 section 2.2). */
export interface HeaderField {
  name: string
  value: string
}

/** Where the header ends (RFC 5322 section 2.1). */
const END = /\r?\n\r?\n/

/** The fields of the header of a message, in their order. @param raw the message as it travelled */
export async function headerOf(raw: string): Promise<HeaderField[]> {
  const [header = ''] = raw.split(END, 1)
  const { headers } = await PostalMime.parse(`${header}\r\n\r\n`)
  return headers.map(({ key, value }) => ({ name: key, value }))
}

/** The same from a mail catcher that lists the values of each name. */
export const headerFrom = (fields: Readonly<Record<string, readonly string[]>>): HeaderField[] =>
  Object.entries(fields).flatMap(([name, values]) =>
    values.map((value) => ({ name: name.toLowerCase(), value })),
  )

/** The values of the fields of that name. @param name in small letters */
export const valuesOf = (header: readonly HeaderField[], name: string): string[] =>
  header.filter((field) => field.name === name).map(({ value }) => value)
