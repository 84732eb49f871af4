import type { Flow } from '../../../machines/model/flow.ts'
import { isAway, placeOf, type Track } from '../../../machines/model/track.ts'
import { choicesAt, type Moment } from '../../../machines/model/walk.ts'

/** What the reader has to know about where they are, in addition to the transition that was followed. */
export interface PathWords {
  text: string
  /** Where the documented path continues, while something else is shown. */
  back?: string
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
export function strayWords(track: Track, page: { title: string; status: number; isOfProduct: boolean }) {
  const { pack, own } = track
  const { moment } = placeOf(track, own)
  const { heading = '', party = 'product', kind = 'page' } = pack.screens[moment.screen] ?? {}
  if (page.isOfProduct || page.status < 400 || party !== 'product' || kind !== 'page') return undefined
  return {
    text: `The frame shows “${page.title}”, which is not a page of ${pack.product}. The walk is at “${heading}”.`,
    back: `Back to “${heading}”`,
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
