/** What a person did, as far as it can be seen from outside. Values are never in it, only the symbols that are true of them. */
export type Did =
  /** An address was opened directly, by its name in the pack. */
  | { what: 'visit'; address: string }
  /** A link or button of a mail was followed; `was` says which mail it was, and whether its link had worked before. */
  | { what: 'follow'; link: string; was: readonly string[] }
  /** A form or link of a page was used. Without `press`, choosing in a list has sent the form. */
  | {
      what: 'send'
      screen: string
      press?: string | undefined
      fields: Readonly<Record<string, readonly string[]>>
      key?: 'touch' | 'cancel' | undefined
    }
  /** A field was filled in, and nothing sent yet. `untouched` are fields of the form that hold something all the same. */
  | {
      what: 'type'
      screen: string
      fields: Readonly<Record<string, readonly string[]>>
      untouched?: Readonly<Record<string, readonly string[]>> | undefined
    }
  /** The browser came back from the provider. */
  | { what: 'return' }
  /** An event was done that only the person who did it can see: that no mail has come, for example. */
  | { what: 'perform'; event: string }
  /** The clock moved. */
  | { what: 'wait'; seconds: number }

/** Something seen or done. What is not in it was not seen. */
export interface Observation {
  did?: Did
  /** Someone other than the holder of the account did it, or the holder at another computer. */
  by?: string | undefined
  /** What is shown then. */
  shown?: { screen: string; message?: string | undefined } | undefined
  /** The provider refused, with its code. */
  refusal?: string | undefined
  /**
   * The browser shows a page again, by Back or Forward, that it has shown at the end of this walk before. The page says nothing
   * of a form that it has refused.
   */
  again?: { walk: readonly string[] }
}
