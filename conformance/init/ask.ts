import type { Readable, Writable } from 'node:stream'
import { CheckError } from '../errors.ts'
import { type Answers, type Question, questions } from './questions.ts'

/** How questions are answered that no option has answered. */
export type Way =
  /** Somebody is at a terminal. */
  | 'prompts'
  /** The usual answers are taken. */
  | 'usual'
  /** Nobody is there: what is missing is an error. */
  | 'options'

/** The terminal; default: that of the process. */
export interface Terminal {
  input?: Readable
  output?: Writable
}

/**
 * Completes the answers.
 * @param given what the options say
 * @throws CheckError `answer-missing`, naming the options; `interrupted`
 */
export async function answersOf(given: Answers, way: Way, terminal: Terminal = {}): Promise<Answers> {
  const answers: Answers = { ...given }
  const missing: Question[] = []
  for (const question of questions) {
    const { key, when = () => true, usual } = question
    if (answers[key] !== undefined || !when(answers)) continue
    if (way === 'prompts') answers[key] = await prompt(question, answers, terminal)
    else if (way === 'usual' && usual) answers[key] = usual(answers)
    else missing.push(question)
  }
  if (missing.length === 0) return answers
  const named = missing.map(({ option, choices }) =>
    choices ? option.replace(/<.*>/, `<${Object.keys(choices).join('|')}>`) : option,
  )
  throw new CheckError(
    'answer-missing',
    `Some answers are missing, and there is no terminal to ask at: add ${named.join(', ')}${
      way === 'options' && missing.some(({ usual }) => usual)
        ? '; --yes takes the usual answers where there are any'
        : ''
    }.`,
  )
}

/** @throws CheckError `interrupted` */
async function prompt(
  { asks, choices, usual, wrong }: Question,
  before: Answers,
  terminal: Terminal,
): Promise<string> {
  const { isCancel, select, text } = await import('@clack/prompts')
  const initialValue = usual?.(before)
  const answer = choices
    ? await select({
        ...terminal,
        message: asks,
        options: Object.entries(choices).map(([value, label]) => ({ value, label })),
        ...(initialValue !== undefined && { initialValue }),
      })
    : await text({
        ...terminal,
        message: asks,
        ...(initialValue !== undefined && { initialValue }),
        validate: (value) => wrong?.(value ?? ''),
      })
  if (isCancel(answer)) throw stopped()
  return answer
}

/**
 * Which of the names on a page a documented one is; `undefined` where it is none of them.
 * @param found the most likely one first
 * @throws CheckError `interrupted`
 */
export async function chooseName(documented: string, found: readonly string[]): Promise<string | undefined> {
  const { isCancel, select } = await import('@clack/prompts')
  const NONE = ''
  const chosen = await select({
    message: `What is “${documented}” called there?`,
    options: [
      ...found.map((name) => ({ value: name, label: name })),
      { value: NONE, label: 'None of these' },
    ],
  })
  if (isCancel(chosen)) throw stopped()
  return chosen === NONE ? undefined : chosen
}

const stopped = () => new CheckError('interrupted', 'Stopped: nothing is written.')
