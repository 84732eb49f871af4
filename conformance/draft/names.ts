/** What has no Latin letter has no name. */
export const UNNAMED = 'unnamed'

/** A name in kebab-case: `Enter one time code` → `enter-one-time-code`. */
export const kebab = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || UNNAMED

/** The same in camelCase, for an identifier. */
export const camel = (text: string): string => {
  const name = kebab(text).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  return /^\d/.test(name) ? `the${name}` : name
}

/** Words of JavaScript that name nothing, and names that the files of a drafted pack use themselves. */
const RESERVED = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally
  for function if implements import in instanceof interface let new null package private protected public return static super
  switch this throw true try typeof var void while with yield
  defineFlow definePack defineScreens events machine screens setup to`.split(/\s+/),
)

/** The identifier of a flow in its own file and in `pack.ts`. */
export const flowName = (id: string): string => (RESERVED.has(camel(id)) ? `${camel(id)}Flow` : camel(id))

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
