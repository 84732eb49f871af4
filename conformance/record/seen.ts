/** What a field takes, as far as its page says it; never what was typed. */
export type FieldKind = 'email' | 'password' | 'code' | 'url' | 'choice' | 'text'

export interface FieldSeen {
  /** Its accessible name; empty where it has none. */
  name: string
  kind: FieldKind
}

/** A page at one moment, without the values of its fields. */
export interface PageSeen {
  /** Address without its query, which may hold secrets. */
  url: string
  headings: readonly string[]
  fields: readonly FieldSeen[]
  buttons: readonly string[]
  links: readonly string[]
  /** Whether the page raises an alert. */
  alerts: boolean
  /** Subject of the mail that the page is. */
  mail?: string
  /** It is in a frame of another page. */
  framed?: true
}

/** A button or a link that was pressed. */
export interface Pressed {
  name: string
  kind: 'button' | 'link'
}

/** What a page reports of itself and of the person in front of it. */
export type Report =
  /** `opened`: it is the first look at a document that no other page has led to. */
  | { what: 'shown'; page: PageSeen; opened: boolean }
  | { what: 'typed'; page: PageSeen; field: FieldSeen }
  | { what: 'pressed'; page: PageSeen; pressed: Pressed }

/** What a person did in front of one page, and what was shown then. Without `before` an address was opened. */
export interface Turn {
  before?: PageSeen
  typed: readonly FieldSeen[]
  /** Absent where the page went on by itself, or an address was opened. */
  pressed?: Pressed
  after: PageSeen
}

/** Whether a page asks for the same as another one: only what it says besides has changed. */
export const isSamePage = (one: PageSeen, other: PageSeen): boolean => shapeOf(one) === shapeOf(other)

const shapeOf = ({ headings, fields, mail }: PageSeen) => JSON.stringify([headings, fields, mail])
