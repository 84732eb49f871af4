import type { Nodes } from 'mdast'
import { announcesSteps, introducesSteps, purposeOf } from './introduction.ts'
import { excerpt } from './irregularities.ts'

interface Introduction {
  text: string
  line: number
  /** Of the heading above it. */
  depth: number
  /** The step that contains it, if any; it may announce the list below that step. */
  inStep: { nodes: Nodes[]; at: number } | undefined
  /** Unnumbered actions that follow. */
  actions: number
}

/** Remembers what a page has announced and not yet shown. */
export class Announcements {
  private current: Introduction | undefined
  private readonly broken: (line: number, text: string) => void

  /** `broken` receives steps that were announced and never came. */
  constructor(broken: (line: number, text: string) => void) {
    this.broken = broken
  }

  get isOpen(): boolean {
    return this.current !== undefined
  }

  /** What the announced steps are for. */
  get purpose(): string | undefined {
    return this.current && purposeOf(this.current.text)
  }

  /** Takes a paragraph; says whether it introduces steps. */
  hear(text: string, line: number, depth: number, step: Nodes[] | undefined): boolean {
    if (!introducesSteps(text)) return false
    this.close(depth)
    this.current = { text, line, depth, inStep: step && { nodes: step, at: step.length }, actions: 0 }
    return true
  }

  /** Counts actions without numbers to what is announced; says whether anything is. */
  count(actions: number): boolean {
    if (this.current) this.current.actions += actions
    return this.isOpen
  }

  /** The steps have come. Answers what was taken for a part of the step before and is the introduction to these. */
  fulfil(): Nodes[] {
    const { inStep } = this.current ?? {}
    this.current = undefined
    return inStep?.nodes.splice(inStep.at) ?? []
  }

  /** A heading of this depth ends what was announced under one as deep or deeper. */
  close(depth: number) {
    if (!this.current || depth > this.current.depth) return
    const { actions, inStep, line, text } = this.current
    this.current = undefined
    if (inStep || !announcesSteps(text)) return
    const found = actions === 0 ? '' : `; ${actions} unnumbered action${actions > 1 ? 's' : ''} below it`
    this.broken(line, `Steps are announced and none has a number: ${excerpt(text)}${found}.`)
  }
}
