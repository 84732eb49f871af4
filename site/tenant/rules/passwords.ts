import { availableParallelism } from 'node:os'
import { hash as argon2, verify } from '@node-rs/argon2'
import { dictionary } from '@zxcvbn-ts/language-common'
import pLimit from 'p-limit'
import { subject } from './rule.ts'

const rule = subject('passwords')

const LEAST = 12
const MOST = 256

/** Shorter words occur in passwords by chance. */
const SHORTEST_NAME = 5

/**
 * OWASP Password Storage names five costs that are equally strong. This is the one with the least memory: 7 MiB, five passes, one lane.
 * With 19 MiB in two passes, 300 people who log in at once wait longer (site/class/README.md has the figures). A hash says its own cost, so
 * that older ones are still read. Argon2id is the library's default.
 */
const cost = { memoryCost: 7_168, timeCost: 5, parallelism: 1 }

/**
 * Node has four threads for passwords, files, names and compression (UV_THREADPOOL_SIZE): a crowd that logs in must leave one of them
 * free. More at once than there are cores would only push each other out of the cache.
 */
const inTurn = pLimit(Math.min(3, availableParallelism()))

const wellKnown = new Set(dictionary['passwords-common'])

/** The same characters have several forms in Unicode; keyboards differ in which they send. */
const normalize = (password: string) => password.normalize('NFC')

/** The shortest text that the whole text repeats: `abcabc` → `abc`. */
function unit(text: string): string {
  const period = `${text}${text}`.indexOf(text, 1)
  return text.slice(0, period)
}

/** What remains of a password without the usual additions. */
const cores = (password: string): string[] => {
  const lower = password.toLowerCase()
  const bare = lower.replace(/^[\d\W_]+|[\d\W_]+$/gu, '')
  return [lower, unit(lower), bare, unit(bare)]
}

// The rules for a new password answer what is wrong with it, or undefined.

export const requirePassword = rule(
  {
    says: 'A new password cannot be empty.',
    clauses: ['Documentation activate-account.2'],
    tests: ['actions/set-password.test.ts'],
  },
  (password: string): string | undefined => (password === '' ? 'Enter a new password' : undefined),
)

export const matchPasswords = rule(
  {
    says: 'Both entries of a new password are the same: the second one catches typing errors.',
    clauses: ['Documentation activate-account.3'],
    tests: ['actions/set-password.test.ts'],
  },
  (password: string, again: string): string | undefined =>
    normalize(password) === normalize(again) ? undefined : "Passwords don't match",
)

export const limitPasswordLength = rule(
  {
    says: 'A password has 12 to 256 characters of any kind. The product asks for 12, more than the standards do; length is counted in Unicode code points.',
    clauses: ['ASVS 5.0 6.2.1', 'NIST SP 800-63B-4 3.1.1.2', 'ASVS 5.0 6.2.5', 'ASVS 5.0 6.2.9'],
    tests: ['actions/set-password.test.ts'],
  },
  (password: string): string | undefined => {
    const length = [...normalize(password)].length
    if (length < LEAST) return `Use at least ${LEAST} characters`
    return length > MOST ? `Use at most ${MOST} characters` : undefined
  },
)

export const refuseWellKnownPassword = rule(
  {
    says: 'A well-known password is refused, also when it is only repeated, or has digits and signs around it.',
    clauses: ['NIST SP 800-63B-4 3.1.1.2', 'ASVS 5.0 6.2.4', 'ASVS 5.0 6.2.12'],
    tests: ['actions/set-password.test.ts'],
  },
  (password: string): string | undefined => {
    const core = cores(password).find((core) => wellKnown.has(core) || [...new Set(core)].length === 1)
    return core === undefined ? undefined : 'This password is too well known. Choose another one'
  },
)

export const refuseNamesInPassword = rule(
  {
    says: 'A password does not contain names of the user, the organization or the product.',
    clauses: ['NIST SP 800-63B-4 3.1.1.2', 'ASVS 5.0 6.2.11'],
    tests: ['actions/set-password.test.ts'],
  },
  (password: string, names: string[]): string | undefined => {
    const lower = password.toLowerCase()
    const words = names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    const found = words.some((word) => word.length >= SHORTEST_NAME && lower.includes(word))
    return found ? 'Leave your name, your company and the product out of the password' : undefined
  },
)

export const hashPassword = rule(
  {
    says: 'A password is normalized, then hashed by a memory-hard function, Argon2id.',
    clauses: ['ASVS 5.0 11.4.2', 'NIST SP 800-63B-4 3.1.1.2'],
  },
  /** Answers a PHC string. */
  (password: string): Promise<string> => inTurn(() => argon2(normalize(password), cost)),
)

const nobody = hashPassword('the hash that is compared where there is no account')

export const verifyPassword = rule(
  {
    says: 'Only the valid password is accepted, compared to the last character. An unknown address, or an account that is not active, takes the same time as a wrong password.',
    clauses: ['Documentation log-in.4', 'ASVS 5.0 6.2.8', 'ASVS 5.0 6.3.8'],
    tests: ['actions/check-password.test.ts'],
  },
  /** `hash` is null where there is no account, or it is not active. */
  async ({ hash, password }: { hash: string | null; password: string }): Promise<boolean> => {
    const known = hash ?? (await nobody)
    const right = await inTurn(() => verify(known, normalize(password)))
    return right && hash !== null
  },
)

export const mayResetPassword = rule(
  {
    says: 'Only a password that exists can be reset, so a reset is no way around the activation. For everyone else the page looks the same, and no mail is sent.',
    clauses: ['ASVS 5.0 6.3.4', 'ASVS 5.0 6.3.8'],
    tests: ['actions/ask-for-reset.test.ts'],
  },
  (account: { password_hash: string | null }): boolean => account.password_hash !== null,
)
