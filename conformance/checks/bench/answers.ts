import type { Response } from '@playwright/test'
import type { Person } from './person.ts'

/** What the deployment answers to a browser while something is done: the address, the header and the body of each answer. */
export async function answersDuring(person: Person, action: () => Promise<void>): Promise<string[]> {
  const answers: Promise<string[]>[] = []
  const note = (response: Response) => {
    answers.push(wordsOf(response))
  }
  person.page.on('response', note)
  await action()
  await person.settle()
  person.page.off('response', note)
  return (await Promise.all(answers)).flat()
}

const wordsOf = async (response: Response): Promise<string[]> => [
  response.url(),
  JSON.stringify(await response.headersArray().catch(() => [])),
  await response.text().catch(() => ''),
]
