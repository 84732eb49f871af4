import type { Screen } from '../../machines/model/screen.ts'
import type { DraftFlow } from './draft-flow.ts'
import { START } from './draft-flow.ts'
import { camel, flowName } from './names.ts'
import { print, printText } from './print.ts'

/** A pack as it was found in documentation. */
export interface DraftPack {
  id: string
  title: string
  screens: Record<string, Screen>
  flows: DraftFlow[]
}

/** The files of a drafted pack: their names → their text. */
export function filesOf(pack: DraftPack): Record<string, string> {
  return {
    'pack.ts': packFile(pack),
    'screens.ts': screensFile(pack.screens),
    ...Object.fromEntries(
      pack.flows.flatMap((flow) => [
        [`${flow.id}.ts`, flowFile(flow)],
        [`${flow.id}.md`, pageOf(flow)],
      ]),
    ),
  }
}

function packFile({ id, title, flows, screens }: DraftPack): string {
  const start = startOf(flows, screens)
  // A page is often called as its procedure is.
  const isTaken = flows.some((flow) => flowName(flow.id) === flowName(id))
  const imports = flows.map((flow) => `import { ${flowName(flow.id)} } from './${flow.id}.ts'`)
  return `import { definePack } from 'doorstep'
${imports.join('\n')}
import { screens } from './screens.ts'

export const ${isTaken ? `${camel(id)}Pack` : flowName(id)} = definePack({
  id: ${printText(id)},
  title: ${printText(title)},
  product: ${printText(title)},
  screens,
  flows: [${flows.map((flow) => flowName(flow.id)).join(', ')}],
  addresses: { ${START}: ${printText(start)} },
  entrance: ${printText(START)},
})
`
}

/** The screen that a person sees first who opens the product by its address. */
function startOf(flows: DraftFlow[], screens: Record<string, Screen>): string {
  for (const { states, events } of flows)
    for (const { on } of states.values())
      for (const { event, target } of on) if (events[event]?.goTo) return states.get(target)?.screen ?? ''
  return Object.entries(screens).find(([, { kind }]) => kind === undefined)?.[0] ?? 'nothing-open'
}

const screensFile = (screens: Record<string, Screen>) =>
  `import { defineScreens } from 'doorstep'

/** Every screen that the documentation names, with what it says about it. */
export const screens = defineScreens(${print(screens)})
`

function flowFile({ id, title, steps, events, states, notModelled, gaps }: DraftFlow): string {
  const names = [...states.keys()]
  const machine = [...states].map(([name, { screen, on }]) => {
    const goal = on.length === 0 ? '\n      tags: GOAL,' : ''
    const edges = on.map(
      ({ event, target, origin }) =>
        `        ${printText(event)}: to(${printText(target)}, ${print(origin)}),`,
    )
    const transitions = edges.length > 0 ? `\n      on: {\n${edges.join('\n')}\n      },` : ''
    return `    ${printText(name)}: {\n      meta: { screen: ${printText(screen)} },${goal}${transitions}\n    },`
  })
  return `import { defineFlow, type EventSpec, type FlowTypes, GOAL, setup, to } from 'doorstep'
import { screens } from './screens.ts'

const events = ${print(events)} satisfies Record<string, EventSpec<keyof typeof screens>>

const machine = setup({
  types: {} as FlowTypes<typeof screens, keyof typeof events, 'ready'>,
}).createMachine({
  id: ${printText(id)},
  initial: ${printText(names[0] ?? 'start')},
  states: {
${machine.join('\n')}
  },
})

export const ${flowName(id)} = defineFlow(screens, {
  id: ${printText(id)},
  title: ${printText(title)},
  steps: ${print(steps, 2)},
  sentences: {},
  givens: { ready: 'Everything that the procedure needs is there' },
  events,
  notModelled: ${print(notModelled, 2)},
  gaps: ${print(gaps, 2)},
  machine,
})
`
}

/** The procedure as a page: steps by number, as the site shows them. */
const pageOf = ({ title, steps }: DraftFlow) => `---
title: ${title}
lead: Describe in a sentence or two what this procedure is for.
---

${Object.entries(steps)
  .map(([number, text]) => `${number}. ${text}`)
  .join('\n')}
`
