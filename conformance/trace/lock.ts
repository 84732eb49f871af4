import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { LockedSection, LockedStep, type Snapshot } from './snapshot.ts'
import { TraceError } from './trace-error.ts'

const Lock = z.strictObject({
  version: z.literal(1),
  steps: z.array(LockedStep),
  sections: z.array(LockedSection),
})

/** The documentation as it was when the model was last compared with it: hashes and labels, no sentence. */
export type Lock = z.infer<typeof Lock>

/** Reads a lock; none if there is no such file. Throws `lock-broken`. */
export function readLock(path: string): Lock | undefined {
  if (!existsSync(path)) return undefined
  try {
    return Lock.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new TraceError(
      'lock-broken',
      `"${path}" is not a lock of this version; write it again with --update.`,
    )
  }
}

const [stepOnly, sectionOnly] = [LockedStep.strip(), LockedSection.strip()]

export function lockOf({ steps, sections }: Snapshot): Lock {
  return {
    version: 1,
    steps: steps.map((step) => stepOnly.parse(step)),
    sections: sections.map((section) => sectionOnly.parse(section)),
  }
}

const WIDTH = 110

/** As the project's formatter prints it, so that writing the lock and formatting it agree: short lists on one line. */
function print(value: unknown, indent = '', room = WIDTH): string {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
    if (line.length + indent.length <= room) return line
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const inner = `${indent}  `
  const lines = Array.isArray(value)
    ? value.map((item) => print(item, inner))
    : Object.entries(value).map(([key, item]) => {
        const name = `${JSON.stringify(key)}: `
        return `${name}${print(item, inner, WIDTH - name.length - 1)}`
      })
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return lines.length === 0
    ? `${open}${close}`
    : `${open}\n${inner}${lines.join(`,\n${inner}`)}\n${indent}${close}`
}

/** Writes a lock. Throws `lock-not-writable`. */
export function writeLock(path: string, lock: Lock) {
  try {
    writeFileSync(path, `${print(lock)}\n`)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new TraceError('lock-not-writable', `The lock "${path}" cannot be written (${code}).`)
  }
}
