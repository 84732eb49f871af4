type Listener = () => void

/** Tells the subscribers of a sandbox that something may have changed there. They read the change in the store. */
export class Feed {
  readonly #listeners = new Map<string, Set<Listener>>()

  /** Wakes the followers of a sandbox, once what has changed is in the store. */
  wake(sandbox: string): void {
    for (const listener of this.#listeners.get(sandbox) ?? []) listener()
  }

  /** Wakes the followers in other processes alone: those of this one know. */
  tellOthers(_sandbox: string): void {}

  /** Calls `listener` at each change. Answers how to stop that. */
  follow(sandbox: string, listener: Listener): () => void {
    const here = this.#listeners.get(sandbox) ?? new Set()
    this.#listeners.set(sandbox, here.add(listener))
    return () => {
      here.delete(listener)
      if (here.size === 0) this.#listeners.delete(sandbox)
    }
  }

  async close(): Promise<void> {}

  /** Wakes the followers of all sandboxes. */
  protected wakeAll(): void {
    for (const listeners of this.#listeners.values()) for (const listener of listeners) listener()
  }
}
