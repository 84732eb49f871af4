import { mentions } from '../page/mentions.ts'
import type { Snapshot } from '../page/snapshot.ts'

/**
 * Messages of refusals that a page goes on showing. When somebody is refused again, a product may leave the same message where it is:
 * it is the answer, although it was there before. A text that no refusal has brought is none.
 */
export class Lingering {
  readonly #texts = new Set<string>()

  /** Keeps in mind what of a page is the message of a refusal, and forgets what the page has taken away. */
  note(snapshot: Snapshot, message?: string | RegExp): void {
    const shown = textsOf(snapshot)
    for (const text of this.#texts) if (!shown.includes(text)) this.#texts.delete(text)
    if (message !== undefined) for (const text of shown) if (mentions(text, message)) this.#texts.add(text)
  }

  /** Whether the message is one that was there before. */
  has(snapshot: Snapshot, message: string | RegExp): boolean {
    return textsOf(snapshot).some((text) => this.#texts.has(text) && mentions(text, message))
  }

  /** What a page shows besides. */
  without(snapshot: Snapshot): Snapshot {
    const isOther = (text: string) => !this.#texts.has(text)
    return { ...snapshot, texts: snapshot.texts.filter(isOther), alerts: snapshot.alerts.filter(isOther) }
  }
}

const textsOf = ({ texts, alerts }: Snapshot) => [...alerts, ...texts]
