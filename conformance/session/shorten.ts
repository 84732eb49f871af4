const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\d/, /[^\p{L}\d]/u]

/**
 * A password cut to a length, with every kind of character that it had: it differs from the whole one in its length alone, so a
 * rule of composition cannot be what refuses it.
 */
export function shorten(password: string, length: number): string {
  const all = [...password]
  const needed = kinds.map((kind) => all.findIndex((one) => kind.test(one))).filter((at) => at >= 0)
  const kept = new Set(needed)
  for (const at of all.keys()) if (kept.size < length) kept.add(at)
  return all.filter((_, at) => kept.has(at)).join('')
}
