/**
 * What the product's page and the site around it say to each other, by `postMessage`, while the page is shown in the site's
 * frame. Types only. Both sides check `event.origin`: the page takes messages from the site's origin alone, the site from
 * the tenant's. Credentials and options are the JSON of WebAuthn Level 3 section 5.1.
 */

/** A choice of the reader. Also the name of the frame, `theme-dark`, so that the next page has it before it is drawn. */
export type Theme = 'light' | 'dark'

/** From the page to the site. */
export type PageMessage = { source: 'doorstep-tenant' } & (
  | /** Sent at each load. `screen` is the id of what is shown; empty on a page of the provider. */ {
      type: 'page'
      url: string
      title: string
      screen: string
      /** The HTTP status with which it has come; 0 where the browser does not say. */
      status: number
      /** How it came into the browser's history; absent where the browser does not say. */
      entry?: NavigationType | undefined
      /** Names its entry in the frame's own history; absent where the browser does not say. */
      entryKey?: string | undefined
    }
  | /**
   * A field was filled in, by the person or by `fill`, and nothing is sent yet. `field` is its label, or that of a group of
   * choices; `value` is what people read there, an option by its label, and empty for a box that is not ticked.
   */ {
      type: 'typed'
      screen: string
      field: string
      value: string
      /** It has sent the form, so that another page comes. */
      leaves: boolean
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
  | /** The page asks for a new credential, only after `site-key`. The client data must name `origin`. */ {
      type: 'key-create'
      id: number
      origin: string
      options: Record<string, unknown>
    }
  | /** The page asks for a signature, only after `site-key`. */ {
      type: 'key-get'
      id: number
      origin: string
      options: Record<string, unknown>
    }
  | /** A key was pressed outside of fields that means something to the site. */ { type: 'key'; key: string }
  | /** Answers `fill` and `press`: names or labels that the page doesn't have. Empty: all was done. */ {
      type: 'done'
      missing: string[]
      /** What was filled in has sent the form, so that another page comes. */
      leaves?: boolean
    }
)

/** From the site to the page. */
export type SiteMessage =
  | { type: 'read-qr' }
  | { type: 'look' }
  | /** Whether security keys are asked of the site, or (again) of the browser. Lost at each load: answer `page` by it. */ {
      type: 'site-key'
      present: boolean
    }
  | /** `credential` answers the request of that id; null: the person cancelled. */ {
      type: 'key-answer'
      id: number
      credential: Record<string, unknown> | null
    }
  | /** Fills fields, by name or by label. */ { type: 'fill'; fields: Record<string, string> }
  | /** Presses a button or follows a link, by its label. */ { type: 'press'; label: string }
  | /** The theme of the page from now on; without one, it follows the system. */ {
      type: 'theme'
      theme?: Theme | undefined
    }
  | /** What the next thing is done with is brought into view: fields, and what is pressed last, by label; without any, the first field. */ {
      type: 'show'
      labels: readonly string[]
    }
  | /** The page is new to someone who was in the frame: it is read from its heading. */ {
      type: 'focus-heading'
    }
