import { z } from 'zod'
import { must, object, text } from './schema-parts.ts'

const accepted = z.union(
  [
    text,
    object({
      reason: text,
      seen: z.union([text, z.instanceof(RegExp)], must('words or a regular expression')).optional(),
      until: z.iso.date(must('a day such as "2027-03-31"')).optional(),
    }),
  ],
  must('a reason, or { reason, seen, until }'),
)

/** How checks are called. Which of them there are is only known where they are made. */
const OF_A_CHECK = /^[A-Z]{2,}[\w.-]*$/

/** What a profile accepts. @param names of the steps and transitions that there are */
export const acceptOf = (names: readonly string[]) => {
  const known = new Set(names)
  return z.record(z.string(), accepted).superRefine((value, context) => {
    const keys = Object.keys(value).filter((name) => !known.has(name) && !OF_A_CHECK.test(name))
    const message = `take an id from a report, such as "${names[0] ?? 'flow.1'}"`
    if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, message })
  })
}
