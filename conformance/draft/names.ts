/** A name in kebab-case: `Enter one time code` → `enter-one-time-code`. */
export const kebab = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'unnamed'

/** The same in camelCase, for an identifier. */
export const camel = (text: string): string => {
  const name = kebab(text).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  return /^\d/.test(name) ? `the${name}` : name
}

/** What a field holds, as far as its label says it, or else the sentence about it: “Enter your password in the Secret phrase field”. */
export function holdsOf(label: string, said = ''): string {
  const held = heldBy(label)
  return held === 'text' ? heldBy(said.replace(label, '').replace(/\blog ?in\b/gi, '')) : held
}

function heldBy(text: string): string {
  const is = (pattern: RegExp) => pattern.test(text)
  if (is(/\b(?:code|otp|one-?time|digits)\b/i)) return 'one-time-code'
  if (is(/password|passphrase/i)) {
    if (is(/\b(?:again|confirm|confirmation|re-?enter|repeat)\b/i)) return 'repeated-password'
    return is(/\bnew\b/i) ? 'new-password' : 'password'
  }
  if (is(/e-?mail|\buser ?name\b|\blogin\b/i)) return 'email'
  return is(/\b(?:url|uri|web address)\b/i) ? 'url' : 'text'
}

/** The symbol that leads on, for a field of that kind. */
export const rightSymbol: Record<string, string> = {
  email: 'registered',
  password: 'right',
  'new-password': 'strong',
  'repeated-password': 'same',
  'one-time-code': 'right',
  text: 'any',
  url: 'any',
}
