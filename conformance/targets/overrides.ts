import type { Locator, Page } from '@playwright/test'

/** A role of WAI-ARIA, as Playwright knows them. */
export type Role = Parameters<Page['getByRole']>[0]

/**
 * Where something is on a page: the words it has there (a label, a heading, the subject of a mail), or how it is found. What
 * is given by its words is looked for as the documented words are: case, punctuation and glyphs do not matter.
 */
export type Element =
  | string
  | { role: Role; name?: string | RegExp | undefined }
  | { label: string | RegExp }
  | { placeholder: string | RegExp }
  | { testId: string | RegExp }
  | ((page: Page) => Locator)

/** Something documented that a deployment does not have. */
export interface Absent {
  /** Why that is accepted; the report shows it. */
  absent: string
  /** What a person does instead; nothing without it. */
  instead?: ((page: Page, way: InsteadContext) => Promise<void>) | undefined
}

/** What is known where a person does something else instead. */
export interface InsteadContext {
  /** The tenant link. */
  url: string
  /** The person's account. */
  email: string
  password: string
  /** The protected page. */
  dashboard: string
  /** The flow that the person is in. */
  flow: string
}

/** How a screen differs from the documented one. */
export interface Override {
  /** Why there is no such screen: people get past it at once. */
  absent?: string | undefined
  /** `false` where the screen has none: it is recognised by its fields and its first button then. */
  heading?: Element | false | undefined
  /** Documented label of a field, a button or a link → what it is here. */
  labels?: Record<string, Element | Absent> | undefined
  /** Documented message, or the part of it that the model names → the part that is shown here, or what it looks like. */
  messages?: Record<string, Message> | undefined
}

/** A message here: its words, what it looks like, or whether it is shown, where words are not enough. */
export type Message = string | RegExp | ((page: Page) => Promise<boolean>)

/** How screens differ, by their ids in the pack. */
export type Overrides = Record<string, Override | undefined>

/** A screen that may come in between, and how one gets past it. */
export interface Interlude {
  /** Its heading, or something that only it has. */
  when: Element
  /** What is pressed there. */
  press?: Element | undefined
  /** What is done there, where pressing is not enough. */
  pass?: ((page: Page, way: InsteadContext) => Promise<void>) | undefined
}

/** How an element is called in a report. */
export function describe(element: Element): string {
  if (typeof element === 'string') return `“${element}”`
  if (typeof element === 'function') return 'by a function of the profile'
  return `by ${Object.entries(element)
    .flatMap(([kind, value]) => (value === undefined ? [] : [`${kind} ${String(value)}`]))
    .join(', ')}`
}

export const isAbsent = (look: Element | Absent | undefined): look is Absent =>
  typeof look === 'object' && 'absent' in look
