/** Whether a text holds a secret: as it was typed, as an address or a form writes it, or in base64, however it is padded. */
export function holdsSecret(text: string, secret: string): boolean {
  const bytes = Buffer.from(secret)
  const written = [secret, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url')]
  return written.some((one) => text.includes(one)) || unescaped(text).includes(secret)
}

/** Each `%20` by itself, so that one that is broken hides no other. */
const unescaped = (text: string): string =>
  text.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped)
    } catch {
      return escaped
    }
  })
