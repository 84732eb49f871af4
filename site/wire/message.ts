import type { Exchange } from '../tenant/exchange.ts'

/** Who takes part, in the order of the diagram's lanes. */
export const parties = ['person', 'authenticator', 'mail', 'browser', 'product', 'provider'] as const
export type Party = (typeof parties)[number]

/** Something that one party hands another. */
export interface Message {
  /** The same each time the walk is drawn. */
  id: string
  from: Party
  to: Party
  /** What it is, in a few words: the label of the arrow. */
  title: string
  /** One sentence: what happens. */
  says: string
  /** One sentence: why. */
  why?: string | undefined
  /** Of the standards that say so, by their keys in `clauses`. */
  clauses: readonly string[]
  tone: 'plain' | 'good' | 'bad'
  /** A request with its answer, where one can be shown. */
  exchange?: Exchange | undefined
  /** Method and path, or another line below the title. */
  detail?: string | undefined
  /** Status code of the answer. */
  status?: number | undefined
  /** What else there is to look into. */
  about?: About | undefined
}

export type About =
  /** A code of an authenticator app. `at`: ms since 1970. */
  | { is: 'code'; secret?: string | undefined; at: number; symbol?: string | undefined }
  | {
      is: 'mail'
      subject: string
      from: string
      links: readonly { label: string; href: string }[]
      life?: string | undefined
    }
  /** What was typed: the label of each field, what it holds, and a value or what is true of it. */
  | {
      is: 'form'
      fields: readonly { label: string; value: string; isSecret: boolean; symbol?: string | undefined }[]
    }
