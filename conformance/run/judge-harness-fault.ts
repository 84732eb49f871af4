import { createRequire } from 'node:module'
import { dirname, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { harnessError } from '../report/harness-fault.ts'
import { firstLine } from './mask-url.ts'

/** What a mistake in code throws, rather than what a target answers. */
const MISTAKES = [TypeError, ReferenceError, RangeError]

const { resolve } = createRequire(import.meta.url)
const own = ['../', '../../site/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)))
const others = ['@doorstep/machines', '@doorstep/mock-idp'].map((name) => `${dirname(resolve(name))}${sep}`)

/** Where Doorstep's own code is, in the repository and installed. */
const OURS = [...own, ...others]

/** Profiles and packs are code, too, but not Doorstep's. */
const THEIRS = /\bdoorstep\.config\.\w+$/

/**
 * The verdict on a mistake in Doorstep's own code; `undefined` for whatever else was thrown. A mistake is thrown by code of ours
 * itself, not by a profile, a pack, a library or Node that it has called.
 */
export function judgeHarnessFault(error: unknown): ReturnType<typeof harnessError> | undefined {
  if (!(error instanceof Error) || !MISTAKES.some((kind) => error instanceof kind)) return undefined
  const file = thrownIn(error)
  if (!file || THEIRS.test(file) || !OURS.some((room) => file.startsWith(room))) return undefined
  return harnessError(firstLine(error), ownFrames(error))
}

/** An error's stack without the libraries in between. */
const ownFrames = ({ stack = '' }: Error) =>
  stack
    .split('\n')
    .filter((line) => !line.includes('node_modules') || OURS.some((room) => line.includes(room)))
    .join('\n')

/** The file whose code threw an error. */
function thrownIn({ stack = '' }: Error): string | undefined {
  const frame = stack.split('\n').find((line) => /^\s+at /.test(line)) ?? ''
  const [, place] = /\(?((?:file:\/\/|\/|[A-Za-z]:\\|node:)[^()]*?):\d+:\d+\)?$/.exec(frame) ?? []
  return place?.startsWith('file:') ? fileURLToPath(place) : place
}
