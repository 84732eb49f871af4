/** What the command line settles; every proof has its own defaults. */
export interface ProofOptions {
  /** How often the proof does its one thing: requests, kills, people. */
  times?: number | undefined
  minutes?: number | undefined
  /** Makes the same choices again. */
  seed?: number | undefined
}

export interface Proven {
  /** The figures, as Markdown. */
  text: string
  /** Why it does not hold, each in one sentence; empty when it holds. */
  problems: string[]
}

export interface Proof {
  /** What is proven, in one sentence. */
  about: string
  prove(options: ProofOptions): Promise<Proven>
}
