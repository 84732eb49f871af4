import type { StepContent } from './step-content.ts'

/** One numbered instruction as it is in the documentation. */
export interface DocumentedStep extends StepContent {
  /** As a reader sees it. */
  number: number
  /** The instruction, without its number and without what hangs below it. */
  text: string
  /** Everything that belongs to the step: choices, notes, results; without image descriptions. */
  body: string
  /** The entries of a list below the instruction, where there is one. */
  choices?: string[]
  form: 'label' | 'list' | 'heading' | 'table' | 'component'
  file: string
  /** 1-based. */
  line: number
}

/** A heading with steps below it. */
export interface Procedure {
  /** The heading; where several procedures stand under one, also what the introduction or the tab says. */
  title: string
  file: string
  /** Of its first step. */
  line: number
  steps: DocumentedStep[]
}

/** The text under a heading that belongs to no step: introductions, rules, remarks. */
export interface Section {
  title: string
  file: string
  /** Of the heading. */
  line: number
  text: string
}
