/** Makes a sandbox in which something is true, and answers what its holder needs to know of it. */
export type MakeSandbox = (wanted: { given: string; credential?: unknown }) => Promise<object>

/** The tenant drops what nobody has used for an hour when it needs room; in ms. */
const LASTS = 45 * 60 * 1000

interface Made {
  given: string
  sandbox: object
  at: number
}

/** Sandboxes that are made before people come, so that nobody waits for theirs when 300 begin at once. */
export class SandboxPool {
  readonly #make: Promise<MakeSandbox>
  readonly #now: () => number
  readonly #onChange: () => void
  #ready: Made[] = []
  #filling: Promise<void> | undefined

  /**
   * @param make resolves as soon as there is a tenant
   * @param onChange more or fewer are ready
   */
  constructor(make: Promise<MakeSandbox>, now: () => number, onChange: () => void = () => {}) {
    this.#make = make
    this.#now = now
    this.#onChange = onChange
  }

  /** How many are ready in which `given` is true. */
  count(given: string): number {
    return this.#fresh().filter((made) => made.given === given).length
  }

  /** Makes as many as are missing, one after the other: those who are there already come first. */
  fill(given: string, wanted: number): Promise<void> {
    this.#filling ??= this.#fill(given, wanted).finally(() => {
      this.#filling = undefined
    })
    return this.#filling
  }

  async #fill(given: string, wanted: number) {
    const make = await this.#make
    this.#ready = this.#fresh()
    while (this.count(given) < wanted) {
      this.#ready.push({ given, sandbox: await make({ given }), at: this.#now() })
      this.#onChange()
    }
  }

  /** One that is ready, or a new one. A security key is someone's own, so nothing is made for it beforehand. */
  async take(given: string, credential?: unknown): Promise<object> {
    this.#ready = this.#fresh()
    const n = credential === undefined ? this.#ready.findIndex((made) => made.given === given) : -1
    const [made] = n < 0 ? [] : this.#ready.splice(n, 1)
    if (!made) return (await this.#make)({ given, ...(credential !== undefined && { credential }) })
    this.#onChange()
    return made.sandbox
  }

  #fresh = () => this.#ready.filter(({ at }) => this.#now() - at < LASTS)
}
