import { setTimeout as pause } from 'node:timers/promises'
import type { Feed } from '../../tenant/store/feed.ts'
import type { Presence } from './presence.ts'

/** How long changes are collected before the other processes hear of them, in ms. */
const TOGETHER = 200

interface ConnectedOptions {
  code: string
  /** Absent where no other process serves the class. */
  presence: Presence | undefined
  feed: Feed
  /** These people have come or gone. */
  onChange: (people: readonly string[]) => void
}

/** Who has a stream of a class: at this process, and at the others that serve it. */
export class Connected {
  readonly #options: ConnectedOptions
  /** What the feed says where people come or go. */
  readonly #subject: string
  /** Person → how many streams they have here. */
  readonly #here = new Map<string, number>()
  #elsewhere: ReadonlySet<string> = new Set()
  /** Who has ever had a stream, as far as this process knows. */
  readonly #seen = new Set<string>()
  #telling: Promise<void> | undefined
  readonly #stop: () => void
  #isOver = false

  constructor(options: ConnectedOptions) {
    this.#options = options
    this.#subject = `${options.code} presence`
    this.#stop = options.feed.follow(this.#subject, () => void this.read())
  }

  has(who: string): boolean {
    return this.#here.has(who) || this.#elsewhere.has(who)
  }

  /** Whether someone has ever had a stream. */
  wasSeen(who: string): boolean {
    return this.#seen.has(who) || this.has(who)
  }

  /** A person has a stream here. The answer ends it. */
  add(who: string): () => void {
    this.#seen.add(who)
    this.#here.set(who, (this.#here.get(who) ?? 0) + 1)
    this.#change(who)
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      const left = (this.#here.get(who) ?? 1) - 1
      if (left > 0) this.#here.set(who, left)
      else this.#here.delete(who)
      this.#change(who)
    }
  }

  /** Someone was deleted. */
  forget(who: string): void {
    this.#seen.delete(who)
  }

  #change(who: string) {
    this.#options.onChange([who])
    this.#telling ??= pause(TOGETHER).then(() => {
      this.#telling = undefined
      return this.tell()
    })
  }

  /** Says to the other processes who is connected to this one. Without a connection, the next beat does. */
  async tell(): Promise<void> {
    const { code, presence, feed } = this.#options
    if (!presence || this.#isOver) return
    await presence.tell(code, [...this.#here.keys()]).then(
      () => feed.tellOthers(this.#subject),
      () => undefined,
    )
  }

  /** Reads who is connected to the other processes. */
  async read(): Promise<void> {
    const { code, presence, onChange } = this.#options
    const before = this.#elsewhere
    this.#elsewhere = (await presence?.elsewhere(code).catch(() => before)) ?? before
    for (const who of this.#elsewhere) this.#seen.add(who)
    const changed = [...before, ...this.#elsewhere].filter(
      (who) => before.has(who) !== this.#elsewhere.has(who),
    )
    if (changed.length > 0) onChange(changed)
  }

  /** The class is gone. */
  end(): void {
    this.#isOver = true
    this.#stop()
  }
}
