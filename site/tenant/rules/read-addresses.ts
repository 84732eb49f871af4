import { readEmail } from './read-email.ts'

/** Nobody types more than this at once; a mail goes to each. */
const MOST = 20

/**
 * The documentation (add-users): several addresses at once, separated by commas, semicolons or blanks. Answers each of them
 * once, or what is wrong.
 */
export function readAddresses(typed: string): { emails: string[] } | { wrong: string; empty: boolean } {
  const words = typed.split(/[\s,;]+/).filter(Boolean)
  if (words.length === 0) return { wrong: 'Enter at least one e-mail address', empty: true }
  if (words.length > MOST) return { wrong: `Enter at most ${MOST} e-mail addresses at once`, empty: false }
  const emails: string[] = []
  for (const word of words) {
    const read = readEmail(word)
    if ('wrong' in read) return { wrong: `“${word}” is not an e-mail address`, empty: false }
    emails.push(read.email)
  }
  return { emails: [...new Set(emails)] }
}
