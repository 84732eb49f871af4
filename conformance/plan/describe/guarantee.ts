import type { Depth } from '../index.ts'
import type { DescribedPlan } from './describe-plan.ts'

/** What a plan of each depth is certain to find at a target that always behaves in the same way. */
export const promises: Record<Depth, string> = {
  states: 'every state that cannot be reached or looks otherwise',
  transitions: 'every transition that is missing, answers otherwise, or ends where it looks otherwise',
  targets:
    'every transition that is missing, answers otherwise, or ends in a wrong state, also where only later steps show it',
  pairs:
    'every transition that is missing, answers otherwise, or ends where it looks otherwise, also where it does so only right after another one',
  'extra-state':
    'every transition that is missing, answers otherwise, or ends in a wrong state, also where it does so only in a hidden state that another transition leads to',
}

/** One line for each depth, for the help of a command. */
export const depthsInWords = (depths: readonly Depth[]): string =>
  depths.map((depth) => `  ${depth.padEnd(11)}  ${promises[depth]}`).join('\n')

/** What a plan finds, in how many cases, at what cost, and what nothing can find. */
export function guaranteeInWords({ depth, guarantee, tour, steps }: DescribedPlan): string[] {
  const promise = `Finds ${promises[depth]}.`
  if (!guarantee || !tour) return [promise]
  const { wrongTargets, lookRight, hiddenStates, undistinguished } = guarantee
  const hidden = hiddenStates === undefined ? '' : `, and all ${hiddenStates} hidden states`
  const times = (tour.steps > 0 ? steps / tour.steps : 1).toFixed(2)
  return [
    promise,
    `Tried on paper: it finds all ${wrongTargets} wrong targets, of which ${lookRight} look right at first${hidden}.`,
    `It takes ${times} times the ${tour.steps} steps that cover the transitions alone.`,
    ...(undistinguished.length > 0
      ? [
          'It does not find one of these states in place of the other, because no event that the model defines in both shows it:',
          ...pairsOf(undistinguished),
        ]
      : []),
  ]
}

/** Each two states once, without their contexts. */
function pairsOf(undistinguished: NonNullable<DescribedPlan['guarantee']>['undistinguished']): string[] {
  const placeIn = (id: string) => id.split(' ')[0] ?? ''
  const lines = undistinguished.map(({ right, wrong, why }) => {
    const [one, other] = [placeIn(right), placeIn(wrong)].toSorted()
    const pair = one === other ? `${one} in two contexts` : `${one} and ${other}`
    return `  ${pair}${why ? `: ${why}` : ''}`
  })
  return [...new Set(lines)]
}
