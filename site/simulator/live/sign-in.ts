import type { Credentials } from '../../../machines/model/perform.ts'
import { sameLabel } from '../../../machines/model/screen.ts'
import { signInWords } from '../../directories/sign-in-words.ts'
import type { Frame, Looks } from './frame.ts'

/** More pages than a provider asks for an account with. */
const MOST_PAGES = 8

/** What a page asks for. */
interface Asked {
  name: string | undefined
  password: string | undefined
}

function askedOn({ fields }: Looks): Asked {
  const name = fields.find(({ type, autocomplete }) => type === 'email' || autocomplete === 'username')
  return { name: name?.label, password: fields.find(({ type }) => type === 'password')?.label }
}

const offered = ({ press }: Looks, words: readonly string[]) =>
  press.find((label) => words.some((word) => sameLabel(word, label)))

/** Whether the page in the frame is the provider's, and asks for an account or its password. */
export async function isAskedToSignIn(frame: Frame): Promise<boolean> {
  await frame.settled()
  if (!frame.page || frame.isAtProduct) return false
  const { name, password } = askedOn(await frame.look())
  return name !== undefined || password !== undefined
}

/**
 * Signs in on the provider's pages, however many there are, and ends when it lets in, refuses, or asks something else.
 * A person who is signed in already is asked for nothing.
 * @throws when the page is not the provider's
 */
export async function signIn(frame: Frame, person: Credentials): Promise<void> {
  await frame.settled()
  if (frame.isAtProduct) throw new Error('The page does not ask to sign in at a provider.')
  let before: Asked | undefined
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const looks = await frame.look()
    const asked = askedOn(looks)
    // The same page again says that it was not right.
    if (before && before.name === asked.name && before.password === asked.password) return
    const another = !before && asked.name === undefined ? offered(looks, signInWords.another) : undefined
    const isAsked = asked.name !== undefined || asked.password !== undefined
    const next = another ?? offered(looks, isAsked ? signInWords.submit : signInWords.stay)
    if (!next) return
    if (!another && asked.name) await frame.fill(asked.name, person.name)
    if (!another && asked.password) await frame.fill(asked.password, person.password)
    before = isAsked && !another ? asked : undefined
    await frame.press(next)
    if (frame.isAtProduct) return
  }
}
