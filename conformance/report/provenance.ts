import { z } from 'zod'
import { depths } from '../plan/index.ts'

/** What a result comes from: with the same, it can be made again. */
export const provenance = z.object({
  /** Version of Doorstep. */
  doorstep: z.string(),
  /** Version of Node. */
  node: z.string(),
  browser: z.object({ name: z.string(), version: z.string() }),
  /** SHA-256 of all files of the packs, the first 16 hexadecimal digits. */
  model: z.string(),
  /** The profile as the call names it, absent for the bundled one; and SHA-256 of it and what it imports, shortened likewise. */
  profile: z.object({ file: z.string().optional(), hash: z.string() }),
  /** What runs at the target, in its own words. */
  build: z.string().optional(),
  depth: z.enum(depths),
  /** The profile or its packs were edited during the run. */
  changed: z.literal(true).optional(),
})
export type Provenance = z.infer<typeof provenance>

export const CHANGED = 'The profile or its packs changed during the run'

/** `Doorstep 0.1.0 · Chromium 141.0 · Node 24.1.0 · model 0123… · profile 4567… · depth transitions` */
export const provenanceInWords = ({
  doorstep,
  node,
  browser,
  model,
  profile,
  build,
  depth,
  changed,
}: Provenance) =>
  [
    `Doorstep ${doorstep}`,
    `${browser.name} ${browser.version}`,
    `Node ${node}`,
    `model ${model}`,
    `profile ${profile.hash}`,
    ...(build === undefined ? [] : [`build ${build}`]),
    `depth ${depth}`,
    ...(changed ? [CHANGED] : []),
  ].join(' · ')
