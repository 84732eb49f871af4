import { stepsOf } from '../../machines/model/edges.ts'
import { nearness } from '../page/label.ts'
import type { Known } from './explain-turn.ts'
import { headingOf, isPersonal, nameScreens } from './name-screens.ts'
import { stepsWalked } from './observed.ts'
import type { Recorded } from './recorded-text.ts'
import type { Turn } from './seen.ts'
import { type Understanding, understand } from './understand.ts'

/** What a walk says about a deployment. */
export interface Conclusion extends Recorded {
  /** Documented steps that were seen to succeed. */
  walked: readonly string[]
  /** What was pressed that the documentation does not have, in words. */
  besides: readonly string[]
  /** Headings of pages in a frame that something was done on. */
  framed: readonly string[]
  /** Whether the walk ended where the flow is meant to lead. */
  goal: boolean
  /** Path of the first page where somebody is logged in. */
  protectedPage?: string
}

/** What a walk of a flow says: names, screens in between, and what is left to be walked. */
export function conclude(known: Known, givens: readonly string[], turns: readonly Turn[]): Conclusion {
  const understood = understand(known, givens, turns)
  const walked = stepsWalked(known, understood)
  const { flow } = known
  const between = betweenOf(known, understood, turns)
  const { taken } = understood
  const home = taken.find(({ to, after }) => to.signedIn && after)?.after
  return {
    flow: flow.id,
    given: understood.given,
    screens: nameScreens(known, understood, turns),
    between,
    walked,
    notWalked: stepsOf(flow)
      .filter((step) => !walked.includes(step))
      .map((step) => `${step}, “${flow.steps[Number(step.slice(step.lastIndexOf('.') + 1))]}”`),
    mailsElsewhere: [
      ...new Set(
        taken.flatMap(({ spec, screen, page }) =>
          spec.at === 'mail' && page?.mail === undefined
            ? [known.pack.screens[screen]?.heading ?? screen]
            : [],
        ),
      ),
    ],
    besides: understood.besides.flatMap(({ page, pressed }) => {
      const heading = headingOf(page, turns)
      return isPersonal(pressed)
        ? []
        : [`“${pressed}”${heading && !isPersonal(heading) ? ` on “${heading}”` : ''}`]
    }),
    framed: [
      ...new Set(
        turns.flatMap(({ before }) => (before?.framed ? (before.headings[0] ?? pathOf(before.url)) : [])),
      ),
    ],
    goal: taken.some(({ to }) => to.goal),
    ...(home && { protectedPage: pathOf(home.url) }),
  }
}

/** Pages that no screen of the documentation is, and what was pressed there. */
function betweenOf(
  { pack }: Known,
  { taken, besides }: Understanding,
  turns: readonly Turn[],
): Recorded['between'] {
  const documented = Object.values(pack.screens).map(({ heading }) => heading)
  const known = [
    ...documented,
    ...taken.flatMap(({ page, after }, n) => [
      ...(page ? [headingOf(page, turns)] : []),
      ...(after && n === taken.length - 1 ? [headingOf(after, turns)] : []),
    ]),
  ]
  const found = besides.flatMap(({ page, pressed }) => {
    const when = headingOf(page, turns)
    const isKnown = when === undefined || known.some((one) => one !== undefined && nearness(when, one))
    return isKnown || page.mail !== undefined || isPersonal(when) || isPersonal(pressed) || pressed === ''
      ? []
      : [{ when, press: pressed }]
  })
  return found.filter(({ when }, n) => found.findIndex((one) => one.when === when) === n)
}

/** The address of a page as a path; a script may show it behind a hash. */
function pathOf(url: string): string {
  const { pathname, hash } = new URL(url)
  return hash.startsWith('#/') ? `${pathname}${hash}` : pathname
}
