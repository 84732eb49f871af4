import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import * as authoring from '@doorstep/machines/authoring'
import type { AnyStateMachine } from 'xstate'
import { CheckError } from '../errors.ts'
import { importModule, whyUnreadable } from './import-module.ts'

/**
 * The machine that a file exports: by its name, else as default, else the only one.
 *
 * @throws {CheckError} `machine-unreadable`
 */
export async function loadMachine(name: string, exported?: string): Promise<AnyStateMachine> {
  const path = resolve(name)
  const unreadable = (message: string, options?: ErrorOptions) =>
    new CheckError('machine-unreadable', message, options)
  if (!existsSync(path))
    throw unreadable(`There is no file ${name}: name a module that exports an XState machine.`)
  const module = await importModule(path, { doorstep: authoring }).catch((cause: unknown) => {
    const why = whyUnreadable(cause, path) ?? (cause instanceof Error ? cause.message.split('\n')[0] : cause)
    throw unreadable(`The file ${name} cannot be loaded: ${why}`, { cause })
  })
  const machines = Object.entries(module).filter((entry): entry is [string, AnyStateMachine] =>
    isMachine(entry[1]),
  )
  const names = machines.map(([one]) => one).join(', ')
  if (machines.length === 0)
    throw unreadable(`${name} exports no machine: write "export const machine = createMachine({ … })".`)
  const wanted = exported ?? 'default'
  const found = machines.find(([one]) => one === wanted) ?? (exported ? undefined : only(machines))
  if (found) return found[1]
  throw unreadable(
    exported
      ? `${name} exports no machine "${exported}": choose among ${names}.`
      : `${name} exports several machines: name one with --machine, among ${names}.`,
  )
}

const only = <T>(all: T[]): T | undefined => (all.length === 1 ? all[0] : undefined)

/** Recognised by its parts: the file may import another copy of xstate. */
const isMachine = (value: unknown): value is AnyStateMachine =>
  typeof value === 'object' &&
  value !== null &&
  'root' in value &&
  'getTransitionData' in value &&
  'getInitialSnapshot' in value
