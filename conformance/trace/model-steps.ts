import { type Edge, edgesOfStep, screenOf, stepsOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { StepId } from '../../machines/model/origin.ts'
import type { Screens } from '../../machines/model/screen.ts'
import { wordsOf } from './words.ts'

/** A step as the model knows it: its words and the labels that its events touch. */
export interface ModelStep {
  id: StepId
  words: Set<string>
  /** In lower case. */
  labels: string[]
  edges: Edge[]
}

function labelsOf(flow: Flow, edges: Edge[]): string[] {
  const labels = edges.flatMap(({ event }) => {
    const { press, fill = {} } = flow.events[event] ?? {}
    return [...(press ? [press] : []), ...Object.keys(fill)]
  })
  return [...new Set(labels.map((label) => label.toLowerCase()))]
}

function textOf(flow: Flow, screens: Screens, id: StepId, edges: Edge[]): string {
  const instruction = flow.steps[Number(id.slice(flow.id.length + 1))] ?? ''
  const events = edges.flatMap(({ event }) => {
    const { label = '', fill = {} } = flow.events[event] ?? {}
    return [label, ...Object.values(fill)]
  })
  const shown = edges.map(({ target }) => screens[screenOf(flow, target)]?.heading ?? '')
  return [instruction, ...events, ...shown].join(' ')
}

/** The documented steps of a flow, in order. */
export function modelStepsOf(flow: Flow, screens: Screens): ModelStep[] {
  return stepsOf(flow).map((id) => {
    const edges = edgesOfStep(flow, id)
    return { id, edges, labels: labelsOf(flow, edges), words: wordsOf(textOf(flow, screens, id, edges)) }
  })
}
