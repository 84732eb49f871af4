/** Fields whose names say nothing to a reader, in words. */
const words: Readonly<Record<string, string>> = {
  loginfmt: 'account',
  username: 'account',
  userPrincipalName: 'account',
  passwd: 'password',
  again: 'the password again',
  stay: 'stay signed in or not',
  consent: 'consent',
  confirm: 'confirmation',
  account: 'which account',
  way: 'way to sign in',
  do: 'the button that was pressed',
  until: 'until when',
  remember: 'remember this browser',
  audience: 'account types',
}

/** The name of a form's field in words: `enter-one-time-code` → `enter one time code`. */
export const fieldInWords = (name: string): string =>
  Object.hasOwn(words, name)
    ? (words[name] ?? name)
    : name
        .replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ')
        .replace(/[-_.[\]\s]+/g, ' ')
        .trim()
        .toLowerCase()
