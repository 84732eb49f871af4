import { z } from 'zod'
import type { AlignedProcedure } from './align.ts'
import { frameOf, hashOf, shortHashOf, sketchOf } from './fingerprint.ts'
import type { Section } from './procedure.ts'

/** A documented step as it was when the lock was written: nothing of it can be read back but its labels. */
export const LockedStep = z.strictObject({
  /** Id of the step in the model; null if it has none. */
  id: z.string().nullable(),
  /** Id of the flow in the model; null if it has none. */
  flow: z.string().nullable(),
  page: z.string(),
  /** Of the procedure. */
  title: z.string(),
  number: z.int(),
  labels: z.array(z.string()),
  /** Hash of everything that belongs to the step. */
  text: z.string(),
  /** Of the instruction alone, by which the step is recognised. */
  sketch: z.string(),
  /** Hash of the instruction with its labels left out, so that a changed label differs from another step. */
  frame: z.string(),
  links: z.array(z.string()),
  images: z.array(z.string()),
})
export type LockedStep = z.infer<typeof LockedStep>

/** The text under a heading that is in no step. */
export const LockedSection = z.strictObject({
  page: z.string(),
  title: z.string(),
  text: z.string(),
  sketch: z.string(),
})
export type LockedSection = z.infer<typeof LockedSection>

/** Where something is now. */
export interface Spot {
  file: string
  line: number
}

/** `linkTargets` and `imageTargets` are what `links` and `images` are the hashes of, in the same order. */
export type FoundStep = LockedStep & Spot & { linkTargets: string[]; imageTargets: string[] }
export type FoundSection = LockedSection & Spot

/** What the given pages say, in a form that can be compared with a lock. */
export interface Snapshot {
  pages: string[]
  steps: FoundStep[]
  sections: FoundSection[]
}

export function snapshotOf(
  procedures: AlignedProcedure[],
  sections: Section[],
  pageOf: (file: string) => string,
): Omit<Snapshot, 'pages'> {
  return {
    steps: procedures.flatMap(({ title, file, flow, steps }) =>
      steps.map(({ step, modelled }) => ({
        id: modelled?.id ?? null,
        flow: flow?.id ?? null,
        page: pageOf(file),
        title,
        number: step.number,
        labels: step.labels,
        text: hashOf(step.body),
        sketch: sketchOf(step.text),
        frame: frameOf(step.text, step.labels),
        links: step.links.map(shortHashOf),
        images: step.images.map(shortHashOf),
        linkTargets: step.links,
        imageTargets: step.images,
        file: step.file,
        line: step.line,
      })),
    ),
    sections: sections.map(({ title, file, line, text }) => ({
      page: pageOf(file),
      title,
      text: hashOf(text),
      sketch: sketchOf(text),
      file,
      line,
    })),
  }
}
