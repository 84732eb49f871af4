import { randomBytes, randomUUID, scrypt as scryptWithCallback, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { dictionary } from '@zxcvbn-ts/language-common'

const scrypt = promisify<string, Buffer, number, Buffer>(scryptWithCallback)

export const roles = ['Viewer', 'Editor', 'Administrator'] as const
export type Role = (typeof roles)[number]

export interface Account {
  id: string
  email: string
  /** As the company's provider says it. */
  name?: string
  /** Whose people it belongs to. */
  company: string
  role: Role
  /** How this person proves who they are. */
  by: 'password' | 'company'
  password?: { salt: Buffer; hash: Buffer }
  /** Of the authenticator app, in Base32. */
  secret?: string
  /** Time step of the code that was taken last. */
  lastStep: number
  spareCodes: Set<string>
  hasArrived: boolean
}

const LEAST = 12
/** What bcrypt would read. */
const MOST_BYTES = 72
const wellKnown = new Set(dictionary['passwords-common'])
const NOBODY = { salt: randomBytes(16), hash: randomBytes(32) }

const hashOf = (password: string, salt: Buffer) => scrypt(password.normalize('NFC'), salt, 32)

/** What is wrong with a new password. */
export function whyNotNew(password: string, isLongEnough = password.length >= LEAST): string | undefined {
  if (!isLongEnough) return 'Twelve characters at least'
  if (Buffer.byteLength(password) > MOST_BYTES) return 'That is too long for us'
  // Digits and symbols around a word make no other word of it.
  const lower = password.toLowerCase()
  const word = lower.replace(/^[\d\W_]+|[\d\W_]+$/g, '')
  return [lower, word].some((one) => wellKnown.has(one)) ? 'Everybody knows that one' : undefined
}

export const makeSpareCodes = () => Array.from({ length: 4 }, () => randomBytes(6).toString('hex'))

/** The people of all companies. */
export class Accounts {
  readonly #accounts = new Map<string, Account>()
  /** Names of companies, by their ids. */
  readonly companyNames = new Map<string, string>()

  add(email: string, company: string, role: Role, by: Account['by']): Account {
    const own = { id: randomUUID(), email, company, role, by }
    const account = { ...own, lastStep: 0, spareCodes: new Set<string>(), hasArrived: false }
    this.#accounts.set(account.id, account)
    return account
  }

  of = (id: string): Account | undefined => this.#accounts.get(id)

  remove = (id: string) => this.#accounts.delete(id)

  named(email: string): Account | undefined {
    const wanted = email.trim().toLowerCase()
    return [...this.#accounts.values()].find((account) => account.email.toLowerCase() === wanted)
  }

  ofCompany = (company: string): Account[] =>
    [...this.#accounts.values()].filter((account) => account.company === company)
}

export async function setPassword(account: Account, password: string): Promise<void> {
  const salt = randomBytes(16)
  account.password = { salt, hash: await hashOf(password, salt) }
  account.hasArrived = true
}

/** Takes as long for an account that is not there. */
export async function isPassword(account: Account | undefined, password: string): Promise<boolean> {
  const { salt, hash } = account?.password ?? NOBODY
  return timingSafeEqual(await hashOf(password, salt), hash)
}
