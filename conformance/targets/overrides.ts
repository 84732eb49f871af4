import type { Locator, Page } from '@playwright/test'

/** A role of WAI-ARIA, as Playwright knows them. */
export type Role = Parameters<Page['getByRole']>[0]

/**
 * Where something is on a page: the words it has there (a label, a heading, the subject of a mail), or how it is found. What
 * is given by its words is looked for as the documented words are: case, punctuation and glyphs do not matter. Any of a list counts,
 * where a product calls it now this, now that.
 */
export type Element =
  | string
  | readonly string[]
  | { role: Role; name?: string | RegExp | undefined }
  | { label: string | RegExp }
  | { placeholder: string | RegExp }
  | { testId: string }
  | { text: string | RegExp }
  | ((page: Page) => Locator)

/** The words by which something is known; `undefined` where it is found otherwise. */
export const textsOf = (element: Element | Absent | Unneeded | undefined): readonly string[] | undefined => {
  if (typeof element === 'string') return [element]
  return Array.isArray(element) ? element : undefined
}

/** Something documented that a deployment does not have. */
export interface Absent {
  /** Why that is accepted; the report shows it. */
  absent: string
  /**
   * What a person does instead; nothing without it. Answer `'done'` where that is what the step says, done in another way: then
   * it passes, with a note.
   */
  instead?: ((page: Page, way: InsteadContext) => Promise<void> | Promise<'done' | undefined>) | undefined
}

/** Something documented that the deployment does by itself: a form that the last digit sends. */
export interface Unneeded {
  /** Why; the report notes it, and the step can pass. */
  unneeded: string
}

/** A field for the person's login name, where the documentation has one for their address. */
export interface LoginName {
  /** Where the field is. */
  login: Element
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
  /** The flow that the person is in, and what was given there. */
  flow: string
  given: string
  /** What is done: name of the event in its flow; absent where a check does it. */
  event?: string | undefined
  /** Documented label of the field, button or link. */
  label?: string | undefined
  /** What would be typed or chosen. */
  value?: string | undefined
  /**
   * The code that the person’s authenticator app shows, another one each time; where codes are mailed, that of their mail. Fails where no
   * app is enrolled, and no mail comes.
   */
  oneTimeCode: () => Promise<string>
  /**
   * A text in the newest mail for the account that was not read so far, such as a code: the first group of the pattern, or all that it
   * matches. Waits for the mail, and fails where none comes.
   */
  inMail: (pattern: RegExp) => Promise<string>
}

/** How a screen differs from the documented one. */
export interface Override {
  /** Why there is no such screen. It counts as passed when what comes after it is seen. */
  absent?: string | undefined
  /** Why someone is logged in here already, where the documentation logs them in later. */
  signedIn?: string | undefined
  /** How people get to it, where the product does not lead them there: its address, or what they do. */
  open?: string | ((page: Page, way: InsteadContext) => Promise<void>) | undefined
  /** `false` where the screen has none: it is recognised by its fields and its first button then. */
  heading?: Element | false | undefined
  /** Documented label of a field, a button or a link → what it is here. */
  labels?: Record<string, NonNullable<Place>> | undefined
  /** Fields that the documentation does not have: where each is → what is typed there before anything is pressed. */
  fields?:
    | readonly { field: Element; value: string | ((way: InsteadContext) => string | Promise<string>) }[]
    | undefined
  /**
   * Documented message, or the part of it that the model names → the part that is shown here, or what it looks like. Any of a list
   * counts, where a product answers a wrong value and an empty field differently.
   */
  messages?: Record<string, Message | readonly Message[]> | undefined
}

/**
 * A message here: its words, what it looks like, whether it is shown, where words are not enough, or why there is none, because
 * the button stays disabled or because the product says nothing.
 */
export type Message =
  | string
  | RegExp
  | { disabled: string }
  | { silent: string }
  | ((page: Page) => Promise<boolean>)

/** Each of the messages that count. */
export const eachOf = (messages: Message | readonly Message[]): readonly Message[] => [messages].flat()

/** Whether a button that stays disabled counts as the message. */
export const isDisabling = (message: Message): message is { disabled: string } =>
  typeof message === 'object' && 'disabled' in message

/** Whether the product refuses in silence here. That is accepted at most: without a message people do not know what was wrong. */
export const isSilent = (message: Message): message is { silent: string } =>
  typeof message === 'object' && 'silent' in message

/**
 * How screens differ, by their ids in the pack. `<flow>/<screen>` and `<flow>/<given>/<screen>` say what differs there only, in
 * addition to the rest.
 */
export type Overrides = Record<string, Override | undefined>

/**
 * How a screen differs: what is said of a flow, or of one of its givens, comes before what is said of all.
 * @param leg the flow that is walked as a part of that one
 */
export function overrideOf(
  overrides: Overrides | undefined,
  screen: string,
  {
    flow,
    given,
    leg,
  }: { flow?: string | undefined; given?: string | undefined; leg?: string | undefined } = {},
): Override {
  const keys = [
    screen,
    ...(leg ? [`${leg}/${screen}`] : []),
    ...(flow ? [`${flow}/${screen}`, `${flow}/${given}/${screen}`] : []),
  ]
  const found = keys.flatMap((key) => overrides?.[key] ?? [])
  return found.length < 2 ? (found[0] ?? {}) : found.reduce(over)
}

/** Where a narrower place says how a screen looks, it is there, although it is said to be absent elsewhere. */
const isDescribed = ({ heading, labels, fields, messages }: Override): boolean =>
  [heading, labels, fields, messages].some((part) => part !== undefined)

const over = (general: Override, own: Override): Override => ({
  ...general,
  ...(isDescribed(own) && { absent: undefined }),
  ...own,
  labels: { ...general.labels, ...own.labels },
  messages: { ...general.messages, ...own.messages },
})

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
  const texts = textsOf(element)
  if (texts) return texts.map((text) => `“${text}”`).join(' or ')
  if (typeof element === 'function') return 'by a function of the profile'
  return `by ${Object.entries(element)
    .flatMap(([kind, value]) => (value === undefined ? [] : [`${kind} ${String(value)}`]))
    .join(', ')}`
}

/** A place where something documented is, or why it is not. */
export type Place = Element | LoginName | Absent | Unneeded | undefined

export const isAbsent = (look: Place): look is Absent => typeof look === 'object' && 'absent' in look

/** Whether people type their login name there, not their address. */
export const isLoginName = (look: Place): look is LoginName => typeof look === 'object' && 'login' in look

/** Where the field for a login name is; every other place as it is. */
export const elementAt = <P extends Place>(look: P): Exclude<P, LoginName> | Element =>
  isLoginName(look) ? look.login : (look as Exclude<P, LoginName>)

export const isUnneeded = (look: Place): look is Unneeded => typeof look === 'object' && 'unneeded' in look

/** Whether nothing is there to be filled or pressed. */
export const isNowhere = (look: Place): look is Absent | Unneeded => isAbsent(look) || isUnneeded(look)
