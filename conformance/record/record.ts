import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import type { Flow } from '../../machines/model/flow.ts'
import { isJourney } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { begin } from '../../machines/model/walk.ts'
import { CheckError } from '../errors.ts'
import { loadPacks } from '../packs/load-pack.ts'
import { flowIn, flowsIn, packOf } from '../packs/pack-of.ts'
import { openTarget } from '../targets/open-target.ts'
import { arrangerOf } from '../targets/profile/arranger.ts'
import { loadProfile, type Profile } from '../targets/profile/load.ts'
import { OWN_PROFILE } from '../targets/profile/profile-files.ts'
import { startDeployment } from '../targets/profile/start.ts'
import type { Arrangement } from '../targets/target.ts'
import { type Conclusion, conclude } from './conclude.ts'
import { isPersonal } from './name-screens.ts'
import { recordWalk } from './record-walk.ts'
import { besideText, newProfileText } from './recorded-text.ts'
import type { Turn } from './seen.ts'

/** Where the recording goes when there is a profile already. */
export const BESIDE = 'doorstep.recorded.ts'

export interface RecordOptions {
  /** A profile that exists. */
  config?: string | undefined
  /** Address of the login page; default: the profile's. */
  url?: string | undefined
  /** Folder of a pack of one's own. */
  pack?: string[] | undefined
  flow?: string | undefined
  given?: string | undefined
  /** Where it is written. */
  out?: string | undefined
  /** Whether the person has an account: nothing is arranged. */
  ownAccount?: boolean | undefined
  signal: AbortSignal
  say: (line: string) => void
  /** Walks in the place of a person, in a browser without a window: for tests. */
  robot?: ((context: BrowserContext, page: Page, account?: Arrangement) => Promise<void>) | undefined
}

/**
 * Lets a person walk a flow, and writes what is called otherwise: a profile where there is none, else a file beside it.
 * @returns what was written and what to do next, in lines
 * @throws CheckError before the browser opens, where nothing could be written
 */
export async function record(options: RecordOptions): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-record-'))
  try {
    return await recordIn(folder, options)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function recordIn(folder: string, options: RecordOptions): Promise<string[]> {
  const { config = existsSync(OWN_PROFILE) ? OWN_PROFILE : undefined, url, say } = options
  const profile = config === undefined ? undefined : await loadProfile(config, folder, options.pack)
  const out = options.out ?? (profile ? BESIDE : OWN_PROFILE)
  if (existsSync(out))
    throw new CheckError(
      'files-exist',
      `${out} exists already, so nothing is recorded: move it away, or name another file with --out.`,
    )
  if (!profile && url === undefined)
    throw new CheckError(
      'answer-missing',
      `There is no ${OWN_PROFILE} here: say where the deployment is with --url, or name its profile with --config.`,
    )
  if (url !== undefined && !/^https?:/.test(URL.parse(url)?.protocol ?? ''))
    throw new CheckError(
      'bad-option',
      `--url is "${url}", but must be an address such as https://login.example.com.`,
    )
  const packs = profile?.packs ?? (await loadPacks(options.pack)).map(({ pack }) => pack)
  const flow = options.flow === undefined ? usualFlow(packs) : flowIn(packs, options.flow)
  const pack = packOf(packs, flow.id)
  const givens = givensOf(flow, options.given)

  const { turns, at } = await walkAt(folder, profile, pack, flow, givens, options)
  const known = { pack, flow, overrides: profile?.deployment.screens }
  const conclusion = conclude(known, givens, turns)
  const text = profile
    ? besideText(conclusion, profile.file)
    : newProfileText(conclusion, {
        ...{ name: new URL(at).host, url: pageOf(at), protectedPage: conclusion.protectedPage },
        packFolder: options.pack?.[0] && `./${relative(process.cwd(), options.pack[0])}`,
      })
  try {
    writeFileSync(out, text, { flag: 'wx' })
  } catch (error) {
    // A walk is not to be lost.
    say(text)
    throw new CheckError('files-exist', `${out} cannot be written; what was recorded is printed instead.`, {
      cause: error,
    })
  }
  return inLines(conclusion, flow, out, profile?.file)
}

/** Walks at the deployment, and says where that is. */
async function walkAt(
  folder: string,
  profile: Profile | undefined,
  pack: Pack,
  flow: Flow,
  givens: readonly string[],
  options: RecordOptions,
): Promise<{ turns: readonly Turn[]; at: string }> {
  const { url, signal, say, robot, ownAccount } = options
  const started = profile && url === undefined ? await startDeployment(profile, folder) : undefined
  try {
    const given = givens.find((one) => profile && arrangerOf(profile.deployment, flow.id, one))
    const target =
      started && !ownAccount && given !== undefined ? await openTarget(started.address) : undefined
    const arranged = given === undefined ? undefined : await target?.arrange(flow.id, given)
    const at = url ?? arranged?.url ?? started?.address.url ?? ''
    const beginsAtMail =
      arranged?.mailbox && given !== undefined && pack.screens[begin(flow, given).screen]?.kind === 'mail'
    try {
      say(`Walk “${flow.title}” in the browser. Close it, or press Ctrl-C here, when you are done.`)
      if (arranged) say(`The account is ${arranged.account.email}.`)
      const turns = await recordWalk({
        ...(!beginsAtMail && { url: at }),
        mailbox: arranged?.mailbox,
        onTurn: (all) => say(turnInWords(all.at(-1))),
        signal,
        robot: robot && ((context, page) => robot(context, page, arranged)),
      })
      return { turns, at }
    } finally {
      await arranged?.leave()
    }
  } finally {
    await started?.close()
  }
}

/** The first procedure that is walked by itself. */
function usualFlow(packs: readonly Pack[]): Flow {
  const single = flowsIn(packs).filter((flow) => !isJourney(flow))
  const [first] = single
  if (!first) throw new CheckError('pack-invalid', 'The pack has no procedure that could be walked.')
  return first
}

/** @throws CheckError `bad-option` */
function givensOf(flow: Flow, given: string | undefined): string[] {
  const known = Object.keys(flow.givens)
  if (isJourney(flow))
    throw new CheckError(
      'bad-option',
      `${flow.id} is several procedures in a row: record each of them by itself.`,
    )
  if (given === undefined) return known
  if (known.includes(given)) return [given]
  throw new CheckError(
    'bad-option',
    `${flow.id} does not begin with "${given}": choose among ${known.join(', ')}.`,
  )
}

/** A query or a token behind the address may be a secret. */
function pageOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return pathname === '/' ? origin : `${origin}${pathname}`
}

function turnInWords(turn: Turn | undefined): string {
  if (!turn) return ''
  const { typed, pressed, before, after } = turn
  const quoted = (names: readonly string[]) =>
    names
      .filter(Boolean)
      .map((name) => `“${isPersonal(name) ? '…' : name}”`)
      .join(', ')
  const what = [
    ...(before ? [] : ['opened an address']),
    ...(typed.length > 0 ? [`filled in ${quoted(typed.map(({ name }) => name)) || 'a field'}`] : []),
    ...(pressed ? [`pressed ${quoted([pressed.name])}`] : []),
  ]
  return `· ${what.join(', ')} → ${quoted(after.headings.slice(0, 1)) || 'a page without a heading'}`
}

function inLines(conclusion: Conclusion, flow: Flow, out: string, profile: string | undefined): string[] {
  const { walked, notWalked, besides, between, framed, screens, goal } = conclusion
  const names = screens.flatMap(({ namings }) => namings.filter(({ name }) => typeof name === 'string'))
  return [
    `${out}  ${profile ? `what was recorded; take it over into ${profile}` : 'a profile with what was recorded'}`,
    ...names.map(
      ({ documented, name, guessed }) => `  “${documented}” is ${guessed ? 'probably ' : ''}“${name}” there`,
    ),
    ...between.map(({ when, press }) => `  “${when}” came in between: “${press}” leads past it`),
    ...besides.map((one) => `  ${one} is not in the documentation`),
    ...framed.map(
      (one) => `  “${one}” is in a frame, into which a check does not look: it will not find this`,
    ),
    `Walked: ${walked.length > 0 ? walked.join(', ') : 'no documented step'}.`,
    ...notWalked.map((step) => `Not walked: ${step}.`),
    ...(goal ? [] : [`The walk did not reach the end of “${flow.title}”.`]),
    `Next: npx doorstep doctor${profile && profile !== OWN_PROFILE ? ` --config ${profile}` : ''}`,
  ]
}
