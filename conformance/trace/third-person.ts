import { verbs } from './verbs.ts'

/** Who does something in a procedure in the third person: "The administrator clicks Save", "You open the page". */
const subject =
  /^(?:(?:the|an?|each|every|your|new|our)\s+)*(?:[\p{L}-]+\s)?(?:users?|admin|administrators?|customers?|operators?|employees?|managers?|members?|persons?|agents?|technicians?|owners?|visitors?|clients?|guests?|applicants?|requesters?|approvers?|reviewers?|you|we|he|she|they)\s+(?:(?:then|now|also|next|first|finally)\s+)?(?:(?:must|should|will|can|needs?\s+to|has\s+to|have\s+to)\s+)?(?:then\s+)?([\p{L}-]+)/iu

/** The verb as an instruction has it: "clicks" → click, "presses" → press, "applies" → apply. */
const bases = (verb: string) => [
  verb,
  verb.replace(/s$/, ''),
  verb.replace(/es$/, ''),
  verb.replace(/ies$/, 'y'),
]

/** The verb of a sentence about what a person does, if instructions use it. */
export function thirdPersonVerbOf(sentence: string): string | undefined {
  const verb = subject.exec(sentence.replace(/^[\s*_"'“(>•-]+/, ''))?.[1]?.toLowerCase()
  return verb && bases(verb).find((base) => verbs.has(base))
}
