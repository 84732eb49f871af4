/**
 * What a field holds. The value table of the model knows the named kinds; a pack and a profile may add their own.
 * `choice` is a list, whose options are their own symbols. What a kind ending in `password` holds is never shown.
 */
export type Holds =
  | 'email'
  | 'password'
  | 'new-password'
  | 'repeated-password'
  | 'one-time-code'
  | 'text'
  | 'url'
  | 'choice'
  | (string & {})

/** A field as a person sees it. */
export interface Field {
  label: string
  holds: Holds
  /** What a `choice` offers. */
  options?: readonly string[]
  /** What it holds at first; a `choice` holds the first of its options. */
  value?: string
}

/** Whose page a screen is. */
export type Party = 'product' | 'provider' | 'admin-center'

/** What a person is shown: the words by which a deployment is recognised. */
export interface Screen {
  /** A page by default. A `mail` is in the mailbox, with its subject as heading; with `nothing`, no page is open yet. */
  kind?: 'page' | 'mail' | 'nothing'
  heading: string
  fields?: readonly Field[]
  buttons?: readonly string[]
  links?: readonly string[]
  /** What is shown next to fields and buttons, in a few words: a QR code, the list of rules. */
  also?: string
  /** Values that a person reads there: the term next to each → its name among the notes of the pack's sample. */
  shows?: Readonly<Record<string, string>>
  /** The product by default. */
  party?: Party
  /**
   * Each provider has its own words and its own number of pages. Such a screen is recognised by the kinds of field it asks
   * for, and people sign in there with values instead of labels.
   */
  words?: 'any'
  /** An authenticator app can be enrolled with what is shown here. */
  offers?: 'authenticator-key'
  /** Path of the page in the address bar of model mode. Default: the id of the screen. */
  path?: string
}

/** The screens of a pack, by id. */
export type Screens = Readonly<Record<string, Screen>>

/** Keeps the ids, so that a flow of the pack can only name these. */
export const defineScreens = <const S extends Screens>(screens: S): S => screens

/** Everything on a screen that can be pressed. */
export const pressable = ({ buttons = [], links = [] }: Screen): string[] => [...buttons, ...links]

/** Whether a page hides what is typed into such a field, and forgets it once it was refused. */
export const isSecret = ({ holds }: Field): boolean => holds.endsWith('password') || holds === 'one-time-code'

/** Two labels that differ in nothing but case, spaces and closing punctuation. */
export const sameLabel = (a: string, b: string): boolean => plainLabel(a) === plainLabel(b)

const plainLabel = (label: string) =>
  label
    .toLowerCase()
    .replace(/[?!.…:*\s]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
