import type { Depth } from '../index.ts'
import type { DescribedPlan } from './describe-plan.ts'

/** What a plan of each depth is certain to find, if the target behaves the same way each time. */
export const promises: Record<Depth, string> = {
  states: 'every state that cannot be reached, or looks otherwise',
  transitions: 'every transition that is missing, answers otherwise, or ends where it looks otherwise',
  targets: 'that, and every transition that ends in a wrong state which only later steps show',
  pairs: 'every transition that is missing, answers or ends otherwise right after some other transition',
  'extra-state':
    'every transition that ends in a wrong state, and every hidden state that one transition leads to and where one transition is otherwise',
}

const percent = (part: number) => `${part.toFixed(2)} times`

/** What a plan finds, in how many cases, at what cost, and what nothing can find. */
export function guaranteeInWords({ depth, guarantee, tour, steps }: DescribedPlan): string[] {
  const lines = [`Finds ${promises[depth]}.`]
  if (!guarantee || !tour) return lines
  const { wrongTargets, lookRight, hiddenStates, untold } = guarantee
  lines.push(
    `Tried on paper: all ${wrongTargets} wrong targets are found, ${lookRight} of which look right at first${
      hiddenStates === undefined ? '' : `, and all ${hiddenStates} hidden states`
    }.`,
    `Costs ${steps} steps, ${percent(tour.steps > 0 ? steps / tour.steps : 1)} the ${tour.steps} of a plan for the transitions alone.`,
  )
  if (untold.length > 0)
    lines.push(
      `Nothing that is defined in both states tells these apart, so that one in place of the other is not found:`,
      ...untold.map(({ right, wrong, why }) => `  ${right} / ${wrong}${why ? `: ${why}` : ''}`),
    )
  return lines
}
