import type { Page } from '@playwright/test'
import type { Element, InsteadContext } from './overrides.ts'

/** Where people and Administrators change how they log in. Paths are as a link on the protected page has them; labels are those of buttons. */
export interface OwnPages {
  /**
   * A form with the current and the new password: its address; or with it what is pressed there until the form is shown, the label of the
   * field for the current password, and that of the button.
   */
  changePassword?: string | { at: string; open?: string[]; current?: string; save?: string }
  /** Second factors are listed, added and removed. */
  methods?: {
    at: string
    /** Proves once more who it is, where the list itself asks for that. */
    confirm?: string
    /** Adds a factor, or asks for a proof first. */
    add: string
    /** Removes a factor: what is pressed, one after the other; the first is in the row of each. */
    remove?: string[]
    /** Gives that proof, where it is not the password and, perhaps, a one-time code. */
    prove?: (page: Page, way: InsteadContext & { code: string }) => Promise<void>
  }
  /**
   * Takes a user's access away: what is pressed, one after the other, from their row of the list or its menu on, or on the page that
   * the row leads to; or a function that does it, beginning at the list.
   */
  removeUser?: string[] | ((page: Page, user: { email: string }) => Promise<void>)
  /**
   * On the page that the row of a user leads to: the field of their role, and what saves it. `open` is what leads there, where the
   * row or its menu offers more than that; or a function that does it, beginning at the list.
   */
  changeRole?:
    | { open?: string; field: string; save: string }
    | ((page: Page, user: { email: string; role: string }) => Promise<void>)
  /**
   * Where a user is granted access until a day: what leads there from their row, the field of the last day, and what saves it; or a
   * function that does it, beginning at the list. `until` is such as `2027-03-31`.
   */
  temporaryAccess?:
    | { open?: string; field: string; save: string }
    | ((page: Page, grant: { email: string; until: string }) => Promise<void>)
  /**
   * Where a recovery code takes the place of a one-time code: what is pressed on Verify Your Identity, or a function that gets to the form;
   * and that form.
   */
  recoveryCode?: {
    use: string[] | ((page: Page) => Promise<void>)
    field: string
    send: string
    /**
     * Makes new codes for someone who is logged in: a page, and what is pressed there until it shows them; or a function that does it,
     * beginning at the protected page, and answers them.
     */
    renew?: { at: string; press: string[] } | ((page: Page) => Promise<string[]>)
  }
  /** The box beside the one-time code that lets this device log in without one: its label. */
  rememberDevice?: string
  /** Addresses of forms whose text is shown again: a person’s own name, the name of the organization. */
  forms?: string[]
  /** Addresses of further pages that open only to people who are logged in, although they may not name them. */
  closed?: string[]
  /** Addresses of further pages that open to an Administrator, and to nobody with a lesser role. */
  forAdministrators?: string[]
  /** Where the domain that SSO is for is typed in, among the settings of the login, and one that another tenant has. */
  ssoDomain?: { field: string; taken: string }
  /** Where the client secret of the provider is typed in, among the settings of the login. */
  clientSecret?: {
    /** What must be pressed before the field appears. */
    open?: string
    /** Its label, or where else it is. */
    field: Element
  }
}
