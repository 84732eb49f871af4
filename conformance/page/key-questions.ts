import type { Page } from '@playwright/test'

type Answer = 'touch' | 'cancel'

const BINDING = '__keyQuestions'

/**
 * What the browser asks of a person about a security key, where a page asks by itself, without a button: the question stays open
 * until the person touches the key or cancels.
 */
export class KeyQuestions {
  readonly #open = new Set<(answer: Answer) => void>()
  #answer: Answer | undefined

  /** Holds the questions of a page back from now on. */
  static async of(page: Page): Promise<KeyQuestions> {
    const questions = new KeyQuestions()
    await page.exposeBinding(BINDING, () => questions.#ask())
    await page.addInitScript(holdBack, BINDING)
    // A page that is left takes its questions along.
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) questions.#open.clear()
    })
    return questions
  }

  /** Whether the browser waits for the person. */
  get areOpen(): boolean {
    return this.#open.size > 0
  }

  /** Answers what is asked, and what will be asked until {@link wait}. */
  answer(answer: Answer): void {
    this.#answer = answer
    for (const tell of this.#open) tell(answer)
    this.#open.clear()
  }

  /** From now on the person does nothing. */
  wait(): void {
    this.#answer = undefined
  }

  async #ask(): Promise<Answer> {
    return this.#answer ?? new Promise((tell) => this.#open.add(tell))
  }
}

/** It runs in the page, so it uses nothing from outside. */
function holdBack(binding: string) {
  // Without a secure context there are no keys.
  if (typeof CredentialsContainer === 'undefined') return
  const ask = Reflect.get(window, binding) as () => Promise<Answer>
  const aborted = (signal: AbortSignal | undefined) =>
    new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  const held =
    <Options extends { publicKey?: object; mediation?: string; signal?: AbortSignal }, Found>(
      own: (options?: Options) => Promise<Found>,
    ) =>
    async (options?: Options) => {
      // What is offered among a field's suggestions interrupts nobody.
      const isAsked = options?.publicKey && options.mediation !== 'conditional'
      if (isAsked && (await Promise.race([ask(), aborted(options.signal)])) === 'cancel')
        throw new DOMException('The person cancelled.', 'NotAllowedError')
      return own(options)
    }
  const { create, get } = navigator.credentials
  const { prototype } = CredentialsContainer
  prototype.create = held(create.bind(navigator.credentials))
  prototype.get = held(get.bind(navigator.credentials))
}
