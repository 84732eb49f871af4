import type { Flow } from '../../../machines/flow.ts'

/** What a desk knows: the values that the symbols of the model stand for. */
export interface World {
  email: string
  password: string
  /** The password before a reset. */
  oldPassword: string
  /** Address of the provider's discovery document, and of one that names another issuer. */
  discovery: string
  otherIssuer: string
  /** Of the app that is registered at the provider, and the redirect address that it needs. */
  clientId: string
  redirect: string
  /** The one-time code that the authenticator app shows now. */
  code?: string
  /** The one that was accepted last. */
  usedCode?: string
}

/** What somebody typed: the label of a field → its value. */
export type Typed = Record<string, string>

interface Meaning {
  /** What is typed for somebody who wants this case. */
  value: (world: World) => string
  /** Whether what somebody typed is this case. Cases are asked in order; the first that accepts it wins. */
  accepts: (typed: string, world: World, form: Typed) => boolean
}

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const url = (typed: string) => URL.canParse(typed) && typed.includes(':')
const something = (typed: string) => typed.trim() !== ''
const always = (value: string, accepts: Meaning['accepts']): Meaning => ({ value: () => value, accepts })
const same = (a: string, b: string | undefined) => a.trim().toLowerCase() === b?.toLowerCase()

const meanings: Record<string, Record<string, Meaning>> = {
  'Email address': {
    registered: { value: (world) => world.email, accepts: (typed, world) => same(typed, world.email) },
    unknown: always('nobody@example.com', something),
  },
  Password: {
    right: { value: (world) => world.password, accepts: (typed, world) => typed === world.password },
    new: { value: (world) => world.password, accepts: (typed, world) => typed === world.password },
    old: { value: (world) => world.oldPassword, accepts: something },
    wrong: always('not the password', something),
  },
  'New password': {
    strong: { value: (world) => world.password, accepts: (typed) => typed.length >= 12 },
    weak: always('short', something),
  },
  'Re-enter new password': {
    same: { value: (world) => world.password, accepts: (typed, _, form) => typed === form['New password'] },
    different: always('something else entirely', () => true),
  },
  'Enter one time code': {
    used: {
      value: (world) => world.usedCode ?? '000000',
      accepts: (typed, world) => world.usedCode !== undefined && typed === world.usedCode,
    },
    right: { value: (world) => world.code ?? '', accepts: (typed, world) => typed === world.code },
    wrong: always('000000', something),
  },
  'Security key name': { 'a name': always('My key', () => true) },
  'Client ID': {
    registered: { value: (world) => world.clientId, accepts: (typed) => guid.test(typed.trim()) },
    malformed: always('my-app', something),
  },
  'Discovery url': {
    'other-issuer': {
      value: (world) => world.otherIssuer,
      accepts: (typed, world) => typed === world.otherIssuer,
    },
    dead: always('https://nowhere.example.com/', (typed) => typed.includes('nowhere')),
    right: { value: (world) => world.discovery, accepts: (typed) => url(typed) },
    malformed: always('login.example.com', something),
  },
  Name: { 'a name': always('1Secure', something) },
  'Redirect URI (optional)': {
    documented: { value: (world) => world.redirect, accepts: (typed, world) => typed === world.redirect },
    http: always('http://auth.example.com/callback', (typed) => typed.startsWith('http:')),
    other: always('https://auth.example.com/callback', something),
  },
  'Email addresses': {
    known: { value: (world) => world.email, accepts: (typed, world) => same(typed, world.email) },
    new: {
      value: (world) => `colleague@${world.email.slice(world.email.indexOf('@') + 1)}`,
      accepts: (typed) => /^\S+@\S+\.\S+$/.test(typed.trim()),
    },
    malformed: always('colleague', something),
  },
}

/** A value with no meaning of its own stands for itself: an entry of a list, or an empty field. */
const literal = (symbol: string): Meaning => always(symbol, (typed) => typed === symbol)

const meaningOf = (label: string, symbol: string) => meanings[label]?.[symbol] ?? literal(symbol)

/** What to type into a field for a symbol. A second entry repeats the first, whichever it was. */
export function typedFor(label: string, symbol: string, world: World, form: Typed = {}): string {
  if (symbol === 'same') return form['New password'] || world.password
  return meaningOf(label, symbol).value(world)
}

/** Fields whose value is not kept in mind: it is on the phone, or was typed a moment ago. */
const notNoted = ['Enter one time code', 'Re-enter new password']

/** What somebody walking a flow has to know: the label of each field → the value that leads on. */
export function notesOf(flow: Flow, world: World): Typed {
  const notes: Typed = {}
  for (const { fill = {} } of Object.values(flow.events))
    for (const [label, symbol] of Object.entries(fill)) {
      const value = typedFor(label, symbol, world)
      const chosenFromList = value === symbol
      if (!(label in notes) && !chosenFromList && !notNoted.includes(label)) notes[label] = value
    }
  return notes
}

/** The first of some symbols that what was typed stands for. */
export function symbolOf(label: string, symbols: string[], form: Typed, world: World): string | undefined {
  const order = Object.keys(meanings[label] ?? {})
  const byPrecedence = [...symbols].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return byPrecedence.find((symbol) => meaningOf(label, symbol).accepts(form[label] ?? '', world, form))
}
