import type { Plan } from '../index.ts'

/** A plan in words, ready to be printed or written as JSON. */
export interface DescribedPlan
  extends Pick<Plan, 'depth' | 'steps' | 'cost' | 'lowerBound' | 'tour' | 'unreachable'> {
  /** Id of the flow or the machine. */
  flow: string
  title: string
  paths: {
    given: string
    /** What the given means, in the words of the flow. */
    begins: string
    cost: number
    tooLong: boolean
    steps: {
      event: string
      /** What a person does, in the words of the flow. */
      label: string
      transition: string
      /** Where that leads to, with its context. */
      state: string
      covers: string[]
      /** Place of the step, from 0, whose target this one proves. */
      verifies?: number
    }[]
  }[]
  guarantee?: Omit<NonNullable<Plan['guarantee']>, 'undistinguished'> & { undistinguished: Undistinguished[] }
}

/** A state that takes the place of another, and nothing shows it. */
interface Undistinguished {
  right: string
  wrong: string
  transitions: string[]
  /** Why the model keeps them apart nevertheless, where it says so. */
  why?: string | undefined
}

/** What a plan is called, and its parts. */
export interface Words {
  flow: string
  title: string
  /** What a given means. */
  begins: (given: string) => string
  /** What a person does to send an event. */
  label: (event: string) => string
  /** Why two states, by their ids, are alike. */
  alike?: (right: string, wrong: string) => string | undefined
}

export function describePlan(made: Plan, { flow, title, begins, label, alike }: Words): DescribedPlan {
  const { depth, paths, steps, cost, lowerBound, tour, guarantee, unreachable } = made
  return {
    flow,
    title,
    depth,
    paths: paths.map((path) => ({
      given: path.given ?? '',
      begins: begins(path.given ?? ''),
      cost: path.cost,
      tooLong: path.tooLong,
      steps: path.steps.map(({ event, transition, stateId, covers, verifies }) => ({
        ...{ event: event.type, label: label(event.type), transition, state: stateId, covers },
        ...(verifies !== undefined && { verifies }),
      })),
    })),
    ...{ steps, cost, lowerBound },
    ...(tour && { tour }),
    ...(guarantee && {
      guarantee: {
        ...guarantee,
        undistinguished: guarantee.undistinguished.map((one) => ({
          ...one,
          why: alike?.(one.right, one.wrong),
        })),
      },
    }),
    unreachable,
  }
}
