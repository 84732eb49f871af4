import type { ArrowFunctionExpression, Function as FunctionNode } from 'oxc-parser'
import type { Module } from './module.ts'
import type { Scope } from './scope.ts'

/** A stretch of a file's text. */
export interface Spot {
  module: Module
  start: number
  end: number
}

/** A property or a list's item: where it is written, and its value, read when it is asked for. */
export interface Entry {
  spot: Spot
  value: Lazy
}

export type Lazy = () => Value | undefined

/**
 * What an expression comes to, as far as its text says it. Whatever is not known for sure is `undefined`, so that nothing is
 * ever taken from the wrong place.
 */
export type Value =
  | { kind: 'plain'; value: string | number | boolean | null | undefined }
  /** An entry is `undefined` if something unknown may have replaced it; a `partial` record may have further entries. */
  | { kind: 'record'; spot: Spot; entries: ReadonlyMap<string, Entry | undefined>; partial: boolean }
  /** An item is `undefined` where there may be none, one or many. */
  | { kind: 'list'; items: readonly (Entry | undefined)[] }
  | { kind: 'function'; node: FunctionNode | ArrowFunctionExpression; scope: Scope }
  /** An export of a package. */
  | { kind: 'foreign'; name: string }

/** The entry of a record by its key, or the item of a list by its number. */
export function entryOf(value: Value | undefined, key: string | number): Entry | undefined {
  if (value?.kind === 'record') return value.entries.get(String(key))
  if (value?.kind !== 'list') return undefined
  const index = Number(key)
  return value.items.slice(0, index).includes(undefined) ? undefined : value.items[index]
}

/** What is there by a key; a plain `undefined` where nothing is, for sure. */
export function at(value: Value | undefined, key: string | number): Value | undefined {
  return isAbsent(value, key) ? absent : entryOf(value, key)?.value()
}

export const absent: Value = { kind: 'plain', value: undefined }

function isAbsent(value: Value | undefined, key: string | number): boolean {
  if (value?.kind === 'record') return !value.partial && !value.entries.has(String(key))
  return value?.kind === 'list' && !value.items.includes(undefined) && !(Number(key) in value.items)
}

/** The text that a value is. */
export function textOf(value: Value | undefined): string | undefined {
  if (value?.kind !== 'plain' || value.value === undefined || value.value === null) return undefined
  return String(value.value)
}

export const isWithin = (inner: Spot, outer: Spot): boolean =>
  inner.module === outer.module && outer.start <= inner.start && inner.end <= outer.end

/** A value that is read once; while it is being read, asking for it again finds nothing. */
export function once(read: Lazy): Lazy {
  let known: { value: Value | undefined } | undefined
  return () => {
    if (known) return known.value
    known = { value: undefined }
    known = { value: read() }
    return known.value
  }
}
