import type { Controls } from './perform.ts'

/** Things a deployment must offer before an event can be sent to it. */
export const capabilities = [
  'mailbox',
  'clock',
  'authenticator-app',
  'security-key',
  'identity-provider',
  'admin-center',
] as const
export type Capability = (typeof capabilities)[number]

/** Where an event happens. */
export type EventPlace = 'screen' | 'mail' | 'clock' | 'key' | 'provider' | 'admin-center'

/** Which mail of its kind is opened. A `used` one is the newest, whose link has worked already. */
export type WhichMail = 'newest' | 'older' | 'used'

/** How a value is read from the page: the text next to a term, or a cell of the first row below a heading. */
export type Reading = { term: string } | { column: string }

/** Another procedure, done as one event of a journey. */
export interface Leg {
  /** Id of a flow of the same pack. */
  flow: string
  /** Default: the flow's first given. */
  given?: string
  /** Address that is opened first, by its name in the pack. */
  from?: string
  /** The flow's events, in order. A function does what the flow does not know. */
  events: readonly (string | ((controls: Controls) => Promise<void>))[]
}

/** One of the things by which a tracker knows that an event has happened, where the event itself does not show it. */
export interface Evidence {
  /** Label of what was pressed, on that screen if one is named. */
  press?: string
  on?: string
  /** Label of a field → a symbol that was true of what was typed. */
  fields?: Readonly<Record<string, string>>
  /** The browser came back from the provider. */
  returned?: true
  /** Someone other than the account's holder did it. */
  by?: string
  /** The screen that was shown then. */
  shown?: string
  /** With or without a message. */
  message?: boolean
  /** The provider refused with this code. */
  refusal?: string
}

/**
 * One thing a person can do, as data: the page offers it, the simulator does it, and the harness does it on any deployment.
 * @see perform for the order in which the parts are done
 */
export interface EventSpec<ScreenId extends string = string> {
  /** Imperative, as a button or a list entry: "Enter a wrong password". */
  label: string
  at: EventPlace
  /** An address of the pack that is opened first. */
  goTo?: string
  /** Label of a field → the symbol of what goes in: `right`, `wrong`, `empty`, or an option of a list. */
  fill?: Readonly<Record<string, string>>
  /** Label of the button or link that is pressed last; in a mail if the event happens there. */
  press?: string
  /** Which mail has the link that is pressed. Default: the newest. */
  mail?: WhichMail
  /** What the person does when the browser asks for the security key. */
  key?: 'touch' | 'cancel'
  /** How many times fields are filled and the button is pressed. Default 1. */
  times?: number
  /** Seconds by which the clock moves. */
  wait?: number
  /** A further mail of this screen arrives then. */
  sends?: ScreenId
  /** Who gets the mail that it sends, by the name of the note that has the address. Default: the holder of the account. */
  sendsTo?: string
  /** Values that the person keeps from the screen that follows: a name for each → where it is read. */
  keeps?: Readonly<Record<string, Reading>>
  /** Who does it, by the name in the pack's `participants`. Default: the holder of the account. */
  as?: string
  /** The procedure that this event represents. */
  leg?: Leg
  /** How a tracker knows that it happened, where fields and buttons do not say it. */
  seen?: readonly Evidence[]
  /** What data cannot say. `described` does what the data say. */
  does?: (controls: Controls, described: () => Promise<void>) => Promise<void>
  needs?: readonly Capability[]
}
