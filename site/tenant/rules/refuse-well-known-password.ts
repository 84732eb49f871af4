import { dictionary } from '@zxcvbn-ts/language-common'

const wellKnown = new Set(dictionary['passwords-common'])

/** The shortest text that the whole is a repetition of: `abcabc` → `abc`. */
function unit(text: string): string {
  const period = `${text}${text}`.indexOf(text, 1)
  return text.slice(0, period)
}

/** What is left of a password when the usual additions are taken away. */
const cores = (password: string): string[] => {
  const lower = password.toLowerCase()
  const bare = lower.replace(/^[\d\W_]+|[\d\W_]+$/gu, '')
  return [lower, unit(lower), bare, unit(bare)]
}

/**
 * NIST SP 800-63B-4 section 3.1.1.2, ASVS 5.0 6.2.4 and 6.2.12: well-known passwords are refused, also when they are only repeated or
 * have digits and signs around them. Answers what is wrong.
 */
export function refuseWellKnownPassword(password: string): string | undefined {
  const core = cores(password).find((core) => wellKnown.has(core) || [...new Set(core)].length === 1)
  return core === undefined ? undefined : 'This password is too well known. Choose another one'
}
