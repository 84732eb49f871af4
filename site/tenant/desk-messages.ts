/**
 * What the product's page and the desk around it say to each other, by `postMessage`, while the page is shown in the desk's
 * frame. Types only. Both sides check `event.origin`: the page takes messages from the desk's origin alone, the desk from
 * the tenant's. Credentials and options are the JSON of WebAuthn Level 3 section 5.1.
 */

/** From the page to the desk. */
export type PageMessage = { source: 'doorstep-tenant' } & (
  | /** Sent at each load. `screen` is the id of what is shown; empty on a page of the provider. */ {
      type: 'page'
      url: string
      title: string
      screen: string
      /** The HTTP status with which it has come; 0 where the browser does not say. */
      status: number
    }
  | /**
   * A field was filled in, by the person or by `fill`, and nothing is sent yet. `field` is its label, or that of a group of
   * choices; `value` is what people read there, an option by its label, and empty for a box that is not ticked.
   */ {
      type: 'typed'
      screen: string
      field: string
      value: string
    }
  | /** Answers `read-qr`: the picture as a data URL; null where the page shows none. */ {
      type: 'qr'
      picture: string | null
    }
  | /**
   * Answers `look`: what there is to fill in and to press, by label; single values by the term beside each; and the first
   * value below each heading of a table.
   */ {
      type: 'looks'
      fields: { label: string; type: string; autocomplete: string }[]
      press: string[]
      terms: Record<string, string>
      columns: Record<string, string>
    }
  | /** The page asks for a new credential, only after `desk-key`. The client data must name `origin`. */ {
      type: 'key-create'
      id: number
      origin: string
      options: Record<string, unknown>
    }
  | /** The page asks for a signature, only after `desk-key`. */ {
      type: 'key-get'
      id: number
      origin: string
      options: Record<string, unknown>
    }
  | /** Answers `fill` and `press`: names or labels that the page doesn't have. Empty: all was done. */ {
      type: 'done'
      missing: string[]
      /** What was filled in has sent the form, so that another page comes. */
      leaves?: boolean
    }
)

/** From the desk to the page. */
export type DeskMessage =
  | { type: 'read-qr' }
  | { type: 'look' }
  | /** Whether security keys are asked of the desk, or (again) of the browser. Lost at each load: answer `page` by it. */ {
      type: 'desk-key'
      present: boolean
    }
  | /** `credential` answers the request of that id; null: the person cancelled. */ {
      type: 'key-answer'
      id: number
      credential: Record<string, unknown> | null
    }
  | /** Fills fields, by name or by label. */ { type: 'fill'; fields: Record<string, string> }
  | /** Presses a button or follows a link, by its label. */ { type: 'press'; label: string }
