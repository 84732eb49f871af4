import type { z } from 'zod'

/**
 * What is wrong with a profile, in one sentence: the key, what was found there, and what to write instead. Where several things
 * are wrong, the first one, and the keys of the others.
 */
export function explain({ issues }: z.ZodError, profile: unknown): string {
  const [first = '', ...others] = issues.flatMap((issue) => sentencesOf(issue, profile))
  const keys = [...new Set(others.map((sentence) => sentence.slice(0, sentence.indexOf(' is '))))]
  return keys.length > 0 ? `${first} (Also wrong: ${keys.join(', ')}.)` : first
}

function sentencesOf(issue: z.core.$ZodIssue, profile: unknown): string[] {
  const { code, path, message } = issue
  if (code === 'unrecognized_keys')
    return issue.keys.map((key) => `${nameOf([...path, key])} is not known: ${message}.`)
  const inner = code === 'invalid_union' ? nearestBranch(issue) : undefined
  if (inner) return inner.flatMap((one) => sentencesOf({ ...one, path: [...path, ...one.path] }, profile))
  const found = valueAt(profile, path)
  const name = path.length === 0 ? 'The profile' : nameOf(path)
  return [
    found === undefined
      ? `${name} is missing: it must be ${message}.`
      : `${name} is ${inWords(found)}, but must be ${message}.`,
  ]
}

/** The form that was meant: the one whose own keys are wrong, while its kind was right. */
function nearestBranch({ errors }: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] | undefined {
  const meant = errors.filter(
    (issues) =>
      issues.length > 0 &&
      issues.every(
        ({ path, code }) => path[0] !== 'kind' && (path.length > 0 || code === 'unrecognized_keys'),
      ),
  )
  return meant.length === 1 ? meant[0] : undefined
}

/** `screens.login-page.labels["Log In"]` */
function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((key, n) => {
      if (typeof key === 'number') return `[${key}]`
      const name = String(key)
      if (/^[\w-]+$/.test(name)) return n === 0 ? name : `.${name}`
      return `["${name}"]`
    })
    .join('')
}

const valueAt = (value: unknown, path: readonly PropertyKey[]) =>
  path.reduce<unknown>(
    (at, key) => (at === null || at === undefined ? undefined : (at as Record<PropertyKey, unknown>)[key]),
    value,
  )

const LONGEST = 60

function inWords(value: unknown): string {
  if (typeof value === 'function') return 'a function'
  if (value instanceof RegExp) return String(value)
  const text = JSON.stringify(value, namingFunctions) ?? String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const namingFunctions = (_key: string, value: unknown): unknown =>
  typeof value === 'function' ? 'a function' : value
