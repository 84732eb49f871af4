import { readdirSync } from 'node:fs'
import type { Pack } from '../../machines/model/pack.ts'
import { CheckError } from '../errors.ts'
import { inWords } from '../page/snapshot.ts'
import { OWN_PROFILE } from '../targets/profile/profile-files.ts'
import { answersOf, chooseName, type Way } from './ask.ts'
import { isDrafted, packOfDocs } from './documented.ts'
import { isEntrance } from './is-entrance.ts'
import { type Looked, lookAt } from './look.ts'
import { type Naming, nameParts, type ScreenNamings } from './name.ts'
import { screensOnPage } from './one-form.ts'
import { type Places, placesIn, writeNew } from './places.ts'
import { profileText } from './profile-text.ts'
import { type Answers, BUNDLED } from './questions.ts'
import { secretsOf, workflowText } from './workflow-text.ts'

export interface InitOptions {
  /** What the options say. */
  given: Answers
  way: Way
  /** Whether what exists may get a new file beside it. */
  beside: boolean
  /** Whether the login page is opened in a browser. */
  look: boolean
}

/**
 * Writes what a check of a deployment needs into this folder: a profile, a pack where there are other documents, and a workflow.
 * @returns what was written and what to do next, in lines
 * @throws CheckError; DraftError and TraceError where the documentation cannot be read
 */
export async function init({ given, way, beside, look }: InitOptions): Promise<string[]> {
  const folder = process.cwd()
  // Before anything is asked: the answers would be lost.
  placesIn(folder, ['profile', 'workflow'], beside)
  const answers = await answersOf(given, way)
  const { url = '', docs = BUNDLED, accounts, accountsPath = '' } = answers
  const parts: (keyof Places)[] = ['profile', 'workflow', ...(isDrafted(docs) ? (['pack'] as const) : [])]
  const places = placesIn(folder, parts, beside)
  const { pack, drafted, folder: own } = await packOfDocs(docs)
  const screen = pack.addresses[pack.entrance] ?? ''
  const documented = pack.screens[screen]
  const [given1] = Object.keys(pack.flows[0]?.givens ?? {})
  if (!documented || !given1)
    throw new CheckError('pack-invalid', `The pack ${pack.id} has no procedure to begin with.`)

  const signUp = accounts === 'form' ? new URL(accountsPath, url).href : undefined
  const looked = look ? await lookAt(url, signUp) : undefined
  const choose = way === 'prompts' ? chooseName : undefined
  const seen = looked && (await nameScreens(pack, screen, looked, choose))
  const namings = seen?.flatMap((one) => one.namings)

  const config = places.profile === OWN_PROFILE ? undefined : places.profile
  const packFolder = drafted ? `./${places.pack}` : own
  const files = {
    ...Object.fromEntries(
      Object.entries(drafted ?? {}).map(([name, text]) => [`${places.pack}/${name}`, text]),
    ),
    [places.profile]: profileText({
      answers,
      given: given1,
      ...(packFolder && { packFolder }),
      ...(seen && {
        seen: {
          screens: seen,
          how: `What the login page calls otherwise${namings?.some(({ guessed }) => guessed) ? ': check each line that says “guessed”' : ''}.`,
        },
      }),
      ...(looked?.signUp && { signUp: looked.signUp }),
    }),
    [places.workflow]: workflowText(answers, readdirSync(folder), config),
  }
  writeNew(folder, files)

  const secrets = secretsOf(answers)
  return [
    `${places.profile}  the profile of your deployment`,
    ...(drafted ? [`${places.pack}  a pack of ${docs}: read its gaps, they say what was guessed`] : []),
    `${places.workflow}  checks it on each push, and each morning`,
    ...(looked ? [`The login page shows ${inWords(looked.login.snapshot)}.`] : []),
    ...(looked && !isEntrance(looked.login.snapshot, documented)
      ? ['It has neither a field nor a button: is this the login page? Correct `url` in the profile if not.']
      : []),
    ...(namings ?? []).map(inOneLine),
    ...(accounts === 'none'
      ? [`Say in \`givens\` how an account is made: nothing can be walked without.`]
      : []),
    ...(secrets.length > 0 ? [`Set ${secrets.join(', ')}, here and as secrets of the repository.`] : []),
    `Next: npx doorstep doctor${config ? ` --config ${config}` : ''}`,
  ]
}

/** Names the screens that the login page shows, one after the other. */
async function nameScreens(
  pack: Pack,
  first: string,
  { login, fields }: Looked,
  choose?: typeof chooseName,
): Promise<ScreenNamings[]> {
  const all: ScreenNamings[] = []
  for (const { screen, unneeded } of screensOnPage(pack, first, fields)) {
    const documented = pack.screens[screen]
    if (documented) all.push({ screen, namings: await nameParts(documented, login, choose, unneeded) })
  }
  return all
}

function inOneLine({ documented, name, guessed, unneeded }: Naming): string {
  if (unneeded) return `  “${documented}” is not needed there: ${unneeded}`
  return name
    ? `  “${documented}” is ${guessed ? 'probably ' : ''}“${name}” there`
    : `  “${documented}” is not there`
}
