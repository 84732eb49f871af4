import type { Flow } from '../../../machines/model/flow.ts'
import { isAway, placeOf, progressSeen, type Track } from '../../../machines/model/track.ts'
import { choicesAt, type Moment } from '../../../machines/model/walk.ts'
import { wayTo } from '../walk/way-to.ts'

/** What the reader has to know about where they are, in addition to the transition that was followed. */
export interface PathWords {
  text: string
  /** Where the documented path continues, while something else is shown. */
  back?: string
  /** The frame shows what nothing of the walk can be done with. */
  isElsewhere?: true
  /** The events that lead there, where going to the screen of before does not. */
  wanted?: readonly string[]
}

/**
 * The first step that is left, where the screen that is shown is one that the flow ends with and nobody has walked there: a page
 * that anybody can open. `undefined` elsewhere.
 */
export function stepSkipped(track: Track): number | undefined {
  const { flow, own } = track
  const isSeen = own.walk.length > own.assumed
  if (isSeen || own.moment.snapshot.status !== 'done') return undefined
  const { done } = progressSeen(track)
  return Object.keys(flow.steps)
    .map(Number)
    .find((step) => !done.includes(`${flow.id}.${step}`))
}

/** The documented step that is due at a moment. */
function stepAt(flow: Flow, moment: Moment): string | undefined {
  const [step] = choicesAt(flow, moment).flatMap(({ meta }) =>
    'step' in meta && !meta.refused ? meta.step : [],
  )
  return step?.slice(step.lastIndexOf('.') + 1)
}

/**
 * Says that another party's page shows a refusal while the walk is at a page of the product: after the browser's Back, on a
 * page that was good for one time only. `undefined` where that is not so.
 */
export function strayWords(
  track: Track,
  page: { title: string; status: number; isOfProduct: boolean },
): PathWords | undefined {
  const { pack, own } = track
  const { moment } = placeOf(track, own)
  const { heading = '', party = 'product', kind = 'page' } = pack.screens[moment.screen] ?? {}
  if (page.isOfProduct || page.status < 400 || party !== 'product' || kind !== 'page') return undefined
  return {
    text: `The frame shows “${page.title}”, which is not a page of ${pack.product}. The walk is at “${heading}”.`,
    back: `Back to “${heading}”`,
    isElsewhere: true,
  }
}

/**
 * Says how what is shown fits the documented path; `undefined` where it simply does.
 * @param title of the page that is shown
 */
export function pathWords(track: Track, title: string | undefined): PathWords | undefined {
  const { pack, flow, fit, positions } = track
  const own = placeOf(track, track.own)
  const headingOf = ({ screen }: Moment) => `“${pack.screens[screen]?.heading ?? screen}”`
  const step = stepAt(flow, own.moment)
  const back = step ? `Back to step ${step}` : `Back to ${headingOf(own.moment)}`
  if (fit === 'unknown')
    return {
      text: `You left the documented path. No procedure has the page ${title ? `“${title}”` : 'that is shown'}.`,
      back,
    }
  const here = headingOf(placeOf(track, positions[0]).moment)
  if (isAway(track)) {
    const titles = [...new Set(positions.map(({ flow }) => `“${flow.title}”`))]
    return { text: `You left the documented path. ${here} is part of ${titles.join(' or ')}.`, back }
  }
  const skipped = stepSkipped(track)
  if (skipped !== undefined)
    return {
      text: `You left the documented path. The procedure leads to ${here} at its end, and step ${skipped} has not been done.`,
      back: `Back to step ${skipped}`,
      wanted: wayTo(flow, { step: skipped }, track.given)?.walk ?? [],
    }
  if (track.refused !== undefined)
    return {
      text: `The log-in was refused. ${pack.product} says “${track.refused}”. The walk continues from ${here}.`,
    }
  switch (fit) {
    case 'left':
      return { text: `You left the documented path, and it continues from ${here}.` }
    case 'returned':
      return { text: `You are back on the documented path, at ${here}.` }
    case 'unmodelled':
      return { text: 'The documentation does not say what happens here.' }
    default:
      return undefined
  }
}
