import type { Field } from './screen.ts'

/** What the person who walks knows, has chosen, or can look up. */
export interface Known {
  /** Address of the account. */
  email: string
  /** Password of the account when the flow begins; empty where it has none yet. */
  password: string
  /** What was typed last as a new password; empty before. */
  chosen: string
  /** The password that has taken the place of the one at the beginning, as far as it is known. */
  taken?: string | undefined
  /** A password that the deployment takes, and one that it refuses. */
  passwords: { strong: string; weak: string }
  /** The one-time codes of the authenticator app; `used` is `undefined` before one was accepted. */
  code(which: 'right' | 'wrong' | 'used'): string | undefined | Promise<string | undefined>
  /**
   * A further value by its name: client ID, redirect address, a colleague's address.
   * @throws with the reason if the value does not exist
   */
  note(name: string): string
}

/** What was typed into a form: label of a field → its value. */
export type Typed = Readonly<Record<string, string>>

/** What a symbol means for a kind of field. */
export interface Value {
  /** What is typed. */
  make(known: Known): string | Promise<string>
  /** Whether what was typed is this. Default: it is what `make` answers. */
  accepts?(typed: string, known: Known): boolean | Promise<boolean>
}

/** What a field holds → symbol → what it means. */
export type Values = Readonly<Record<string, Readonly<Record<string, Value>>>>

/**
 * Another address beside the account's. Behind a `+` its mail still arrives in the same mailbox (RFC 5233), so it gets no
 * second `+`, which some products refuse.
 */
export const withTag = (email: string, tag: string): string => email.replace('@', `-${tag}@`)

const sameText = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
/** Anything else is refused for its form, which says nothing of an account. */
const isAddress = (typed: string) => /^[^\s@]+@[^\s@]+$/.test(typed.trim())
const current = ({ password, chosen, taken }: Known) => taken ?? (password || chosen)

/** The symbols that every pack can use. A pack or a profile adds its own with {@link withValues}. */
export const commonValues: Values = {
  email: {
    registered: {
      make: ({ email }) => email,
      accepts: (typed, { email }) => sameText(typed, email),
    },
    unknown: {
      make: ({ email }) => withTag(email, 'nobody'),
      accepts: (typed, { email }) => isAddress(typed) && !sameText(typed, email),
    },
    /** Another address in the same mailbox. */
    second: { make: ({ email }) => withTag(email, 'second') },
  },
  password: {
    right: { make: current },
    new: { make: ({ chosen }) => chosen },
    old: { make: ({ password }) => password },
    wrong: {
      make: () => 'certainly not the password',
      accepts: (typed, known) => typed !== '' && typed !== current(known) && typed !== known.chosen,
    },
  },
  'new-password': {
    strong: {
      make: ({ passwords }) => passwords.strong,
      accepts: (typed, { passwords }) => typed !== '' && typed.length > passwords.weak.length,
    },
    weak: {
      make: ({ passwords }) => passwords.weak,
      accepts: (typed, { passwords }) => typed !== '' && typed.length <= passwords.weak.length,
    },
    chosen: { make: ({ chosen }) => chosen, accepts: () => false },
  },
  'repeated-password': {
    same: { make: ({ chosen }) => chosen },
    different: {
      make: ({ chosen }) => `${chosen}, but different`,
      accepts: (typed, { chosen }) => typed !== chosen,
    },
  },
  'one-time-code': {
    right: { make: async (known) => (await known.code('right')) ?? '' },
    used: { make: async (known) => (await known.code('used')) ?? '' },
    wrong: {
      make: async (known) => (await known.code('wrong')) ?? '',
      accepts: async (typed, known) =>
        typed !== '' && typed !== (await known.code('right')) && typed !== (await known.code('used')),
    },
  },
  text: { any: { make: () => 'My own', accepts: (typed) => typed.trim() !== '' } },
  url: {
    any: { make: () => 'https://www.example.com/', accepts: (typed) => URL.canParse(typed.trim()) },
    malformed: {
      make: () => 'no address at all',
      accepts: (typed) => typed.trim() !== '' && !URL.canParse(typed.trim()),
    },
  },
}

/** Adds the symbols of a pack or a profile to a table; what both have is theirs. */
export function withValues(table: Values, own: Values = {}): Values {
  const kinds = new Set([...Object.keys(table), ...Object.keys(own)])
  return Object.fromEntries([...kinds].map((kind) => [kind, { ...table[kind], ...own[kind] }]))
}

/** Every kind has it: nothing is typed. */
const empty: Value = { make: () => '', accepts: (typed) => typed.trim() === '' }

/** An option of a list is its own symbol. */
const option = (symbol: string): Value => ({ make: () => symbol })

function meaningOf(values: Values, { holds, options }: Field, symbol: string): Value | undefined {
  if (symbol === 'empty') return empty
  return values[holds]?.[symbol] ?? (options ? option(symbol) : undefined)
}

/** The model names a symbol that no table has. */
export class UnknownSymbol extends Error {
  constructor({ label, holds }: Field, symbol: string) {
    super(
      `No value is known for '${symbol}' in the field “${label}”, which holds ${holds}: add it to the values of the pack.`,
    )
    this.name = 'UnknownSymbol'
  }
}

/**
 * What to type into a field for a symbol.
 * @throws UnknownSymbol when no table has it
 */
export async function makeValue(values: Values, field: Field, symbol: string, known: Known): Promise<string> {
  const value = meaningOf(values, field, symbol)
  if (!value) throw new UnknownSymbol(field, symbol)
  return value.make(known)
}

/** Every symbol that is true of what was typed into a field; an option of a list is its own symbol. */
export async function symbolsOf(
  values: Values,
  field: Field,
  typed: string,
  known: Known,
): Promise<string[]> {
  const symbols = field.options ? [typed] : ['empty', ...Object.keys(values[field.holds] ?? {})]
  const isTrue = async (symbol: string) => {
    const value = meaningOf(values, field, symbol)
    if (!value) return false
    return value.accepts ? value.accepts(typed, known) : typed !== '' && typed === (await value.make(known))
  }
  const truths = await Promise.all(symbols.map(isTrue))
  return symbols.filter((_, n) => truths[n])
}
