import { z } from 'zod'
import { fn, must, object, text } from './schema-parts.ts'

const words = z.union([text, z.instanceof(RegExp)], must('a text or a regular expression'))

/** Several texts, where a product calls it now this, now that. */
export const texts = z.array(text).min(1)

export const located = [
  object({ role: text, name: words.optional() }),
  object({ label: words }),
  object({ placeholder: words }),
  object({ testId: text }),
  object({ text: words }),
  fn('(page) => Locator'),
] as const

/** The ways in which it is said, for messages. */
export const SAID_AS =
  '{ role, name }, { label }, { placeholder }, { testId }, { text } or a function (page) => Locator'
/** Where something is on a page. */
export const element = z.union([text, texts, ...located], must(`the words that it has here, ${SAID_AS}`))
