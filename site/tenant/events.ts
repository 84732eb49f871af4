/**
 * What happens in a sandbox, as one stream of facts. Nothing secret is in it: no passwords, codes, tokens or keys.
 * Plain types, so that the page may read them.
 */

/** A person did something in the sandbox and was shown something. Symbols say what a value was; the value is never in the stream. */
export interface Act {
  kind: 'act'
  /** Whose page it was done at. */
  at: 'product' | 'provider' | 'admin-center'
  /** An added user did it. Absent for the account that the sandbox is made for, and where no account is known. */
  by?: 'invited'
  did: Did
  /**
   * The screen that is shown next, and the message on it as people read it, but for the values in it. Absent where the stream
   * cannot tell, as when the tenant sends people on to the provider.
   */
  shown?: { screen: string; message?: string }
}

/**
 * The symbols that are true of a field's value. Every field: `empty`. Besides:
 * - Email address, Email: `registered`, `unknown`. With single sign-on the provider knows who is registered, so the tenant
 *   calls every address `registered`.
 * - Password, Current password: `right`, `wrong`; `new` is right after a reset, `old` is the password from before it
 * - New password: `strong`, `weak`. Re-enter new password: `same`, `different`
 * - Enter one time code: `right`, `wrong`, `used`
 * - Client ID: `registered` (well-formed), `malformed`
 * - Discovery url: `right`, `malformed`, `dead`, `other-issuer`; nothing where it was not asked
 * - Email addresses: `new`, `malformed`, `known`
 * - Redirect URI (optional), Redirect URIs: `documented`, `other`, `http`
 * - a list: the label of the option
 * - any other field: `any`
 */
export type Symbols = string[]

/** Label of a field → what is true of its value. */
export type Fields = Record<string, Symbols>

export type Did =
  /** An address was opened directly: `login-page`, `dashboard`, `admin-center`. */
  | { what: 'visit'; address: string }
  /**
   * A link or button of a mail was followed. `link` is its label; `was` has each of `newest`, `older`, `used` and `expired`
   * that is true of the link, and nothing for a link that was never mailed.
   */
  | { what: 'follow'; link: string; was: string[] }
  /**
   * A form or a link of a page was used. `press` is the label of the button or link; it is absent where choosing in a list
   * sends the form, and where the label is a value itself, such as an address. `key` says what the person did when the
   * browser asked for the security key.
   */
  | { what: 'send'; screen: string; press?: string; fields: Fields; key?: 'touch' | 'cancel' }
  /** The browser came back from signing in at the provider. */
  | { what: 'return' }

/**
 * - `act`: a person did something.
 * - `request`: what went over the wire, to the tenant or to the provider beside it (`by`: who asked the provider); tokens in the
 *   path are shortened.
 * - `token`: the provider issued a token (`use`: `idtoken`, `logout`, `userinfo`); its header and claims, decoded.
 * - `refused`: the provider said no to an application, with its code: `AADSTS50011`, `invalid_client` …
 * - `mail`: a mail arrived; `id` is its number in the mailbox.
 * - `clock`: the sandbox's clock was moved by `advanced` ms to `now`, in ms since 1970.
 */
export type TenantEvent =
  | Act
  | {
      kind: 'request'
      at?: 'provider'
      by?: 'browser' | 'tenant'
      method: string
      path: string
      status: number
      location?: string
    }
  | { kind: 'token'; use: string; header: Record<string, unknown>; claims: Record<string, unknown> }
  | { kind: 'refused'; code: string; reason: string }
  | { kind: 'mail'; id: number; to: string; subject: string }
  | { kind: 'clock'; now: number; advanced: number }

/** An event with its number in its sandbox, counting from 1 without a gap. */
export type NumberedEvent = TenantEvent & { n: number }
