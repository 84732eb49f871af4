import {
  defineFlow,
  definePack,
  defineScreens,
  type EventSpec,
  type FlowTypes,
  GOAL,
  setup,
  to,
} from 'doorstep'
import { hangs } from './hangs.ts'

const screens = defineScreens({
  'nothing-open': { kind: 'nothing', heading: 'Nothing is open yet' },
  door: { heading: 'The door', buttons: ['Walk in', ...Object.keys(hangs)] },
  inside: { heading: 'Inside', buttons: ['Walk out'] },
})

const presses = Object.fromEntries(
  ['Walk in', 'Walk out', ...Object.keys(hangs)].map((press) => [
    press.toLowerCase().replaceAll(' ', '-'),
    { label: `Click ${press}`, at: 'screen', press } as const,
  ]),
)

const events: Record<string, EventSpec<keyof typeof screens>> = {
  'go-to-the-door': { label: 'Go to the door', at: 'screen', goTo: 'door' },
  'go-where-nothing-answers': { label: 'Go where nothing answers', at: 'screen', goTo: 'silence' },
  'go-where-a-script-runs-on': { label: 'Go where a script runs on', at: 'screen', goTo: 'loop' },
  ...presses,
}

const step = { step: 'walk-in.1' } as const
const inside = to('inside', step)
const { 'walk-out': _, ...intoTheHouse } = presses

const machine = setup({ types: {} as FlowTypes<typeof screens, string, 'ready'> }).createMachine({
  id: 'walk-in',
  initial: 'away',
  states: {
    away: {
      meta: { screen: 'nothing-open' },
      on: {
        'go-to-the-door': to('door', step),
        'go-where-nothing-answers': inside,
        'go-where-a-script-runs-on': inside,
      },
    },
    door: {
      meta: { screen: 'door' },
      on: Object.fromEntries(Object.keys(intoTheHouse).map((event) => [event, inside])),
    },
    inside: { meta: { screen: 'inside' }, on: { 'walk-out': to('out', step) } },
    out: { meta: { screen: 'door' }, tags: GOAL },
  },
})

/** One way into a house that works, and many that never come to an end. */
export const house = definePack({
  id: 'house',
  title: 'A house',
  product: 'House',
  screens,
  flows: [
    defineFlow(screens, {
      id: 'walk-in',
      title: 'Walk in',
      steps: { 1: 'Walk in and out' },
      sentences: {},
      givens: { ready: 'Nothing' },
      events,
      notModelled: {},
      gaps: [],
      machine,
    }),
  ],
  addresses: { door: 'door', silence: 'inside', loop: 'inside', home: 'inside' },
  entrance: 'door',
  protectedPage: 'home',
})
