import type { Module } from './module.ts'
import type { Lazy } from './value.ts'

/** The names that can be used at a place in a file. */
export class Scope {
  readonly module: Module
  /** Calls that this scope is inside. */
  readonly depth: number
  readonly #outer: Scope | undefined
  readonly #names = new Map<string, Lazy>()

  constructor(module: Module, outer?: Scope, depth = outer?.depth ?? 0) {
    this.module = module
    this.depth = depth
    this.#outer = outer
  }

  set(name: string, value: Lazy): void {
    this.#names.set(name, value)
  }

  get(name: string): Lazy | undefined {
    return this.#names.get(name) ?? this.#outer?.get(name)
  }
}
