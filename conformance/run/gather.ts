import { screens } from '../../machines/screens.ts'
import type { Moment } from '../../machines/walk.ts'
import type { Observation } from '../drivers/driver.ts'
import { messageHere, namesHere } from '../drivers/here.ts'
import { wordsOf } from '../drivers/label.ts'
import { passBetween } from '../drivers/pass-between.ts'
import { inWords, type Sight } from '../drivers/sight.ts'
import { signedInFacts } from '../drivers/signed-in.ts'
import type { World } from '../drivers/world.ts'
import type { Facts } from './judge.ts'

const PAUSE = 50

/** More screens in between than anybody has: whoever meets that many goes in circles. */
const MOST_BETWEEN = 5

export interface Found extends Facts {
  sight: Sight
}

/**
 * Looks until the moment's screen and message are there, or until patience ends, and then asks whether anybody is signed
 * in. `quiet` is the last sight before any message was expected: what stood there already is no message.
 */
export async function gather(
  world: World,
  observe: Observation,
  { screen, edge, signedIn }: Pick<Moment, 'screen' | 'edge' | 'signedIn'>,
  quiet?: Sight,
): Promise<Found> {
  const documented = edge?.meta.shows
  const shows = documented && messageHere(world, screens[screen], documented)
  const { context, arranged, page } = world
  const ask = async () => signedInFacts(arranged, await context.cookies(arranged.dashboard), page)
  // Asked while one looks; but a mail takes the tab away from where it may be asked.
  let asked = screen.endsWith('-mail') ? undefined : ask()
  let until = Date.now() + world.patience
  for (let between = 0; ; ) {
    const [{ sight, missing, lacking }, early] = await Promise.all([observe(world, screens[screen]), asked])
    asked = undefined
    if (missing.length > 0 && between < MOST_BETWEEN && (await passBetween(world, sight))) {
      between++
      until = Date.now() + world.patience
      continue
    }
    const said = !shows || says(sight, shows, labelsOf(world, screen), quiet)
    if ((missing.length === 0 && said) || Date.now() > until) {
      for (const what of missing.length ? [] : lacking)
        world.notes.add(`${what} is not on “${screens[screen].heading}”`)
      if (documented && shows && said) world.noteWording(documented, String(shows))
      world.seen = sight
      const facts = early?.dashboard === (signedIn ? 'opens' : 'denied') ? early : await ask()
      return { sight, missing, said, seen: inWords(sight), ...facts }
    }
    await page.waitForTimeout(PAUSE)
  }
}

/** An announcement with these words; without any announcement, a text with them that is new and no label. */
export function says(sight: Sight, shows: string | RegExp, labels: string[], quiet?: Sight): boolean {
  const contains = (text: string) =>
    typeof shows === 'string' ? text.toLowerCase().includes(shows.toLowerCase()) : shows.test(text)
  if (sight.alerts.some(contains)) return true
  const known = quiet?.texts ?? []
  const isLabel = (text: string) => labels.some((label) => wordsOf(label).join() === wordsOf(text).join())
  return sight.texts.some((text) => contains(text) && !known.includes(text) && !isLabel(text))
}

function labelsOf(world: World, id: keyof typeof screens) {
  const { heading, fields = [], buttons = [], links = [] } = screens[id]
  const labels = [...fields.map(({ label }) => label), ...buttons, ...links]
  return [heading, ...namesHere(world, screens[id], labels)]
}
