import { literal } from './literal.ts'

const TIME = String.raw`\d+(?::\d+|\s*(?:s|secs?|seconds?|m|mins?|minutes?)\b)`

/** The end of a name that tells how long it takes: “Resend (0:14)”, “Continue (9)”, “Send again in 30 s”. */
const COUNT = new RegExp(String.raw`(?:\s*\(\s*(?:${TIME}|\d+)\s*\)|\s+(?:in\s+)?${TIME})\s*$`, 'i')

export const countsDown = (name: string): boolean => COUNT.test(name)

/** What is called so at each moment of a countdown, and after it. */
export const whileCounting = (name: string): RegExp =>
  new RegExp(`^\\s*${literal(name.replace(COUNT, ''))}(?:${COUNT.source.slice(0, -1)})?$`, 'i')
