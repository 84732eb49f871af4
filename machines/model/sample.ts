import type { Pack, Sample } from './pack.ts'

const common: Sample = {
  email: 'someone@example.com',
  password: 'nine loud doors shut',
  strong: 'eleven quiet windows',
  weak: 'tooshort1',
}

/** The pack's invented person; a pack without one gets a person who fits most products. */
export const sampleOf = ({ sample }: Pack): Sample => ({ ...common, ...sample })

/**
 * A value of the sample by its name. One that the pack does not give is made up from the name, so that a pack can be walked
 * before its sample is complete.
 */
export const noteOf = (pack: Pack, name: string): string =>
  pack.sample?.notes?.[name] ?? `example-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
