import { z } from 'zod'
import { deploymentSchemaFor } from '../../conformance/targets/profile/schema.ts'
import { documented, pages } from '../../conformance/targets/profile/schema-own.ts'
import { packs } from '../../machines/index.ts'

export interface KeyReference {
  name: string
  required: boolean
  /** What its value must be, as the message about a wrong one says it. */
  mustBe: string
}

export interface ProfileReference {
  keys: KeyReference[]
  documented: KeyReference[]
  pages: KeyReference[]
}

/** Every key of a profile with what its value must be, as the schema says it. */
export const profileReference = (): ProfileReference => ({
  keys: keysOf(deploymentSchemaFor(packs)),
  documented: keysOf(documented),
  pages: keysOf(pages),
})

/** An object with more keys than these has a section of its own in the documentation of profiles. */
const SAID_AT_ONCE = 6

const keysOf = ({ shape }: z.ZodObject): KeyReference[] =>
  Object.entries(shape).map(([name, schema]) => {
    const type = schema as z.ZodType
    return { name, required: !type.safeParse(undefined).success, mustBe: wordsOf(type) }
  })

function wordsOf(type: z.ZodType): string {
  if (type instanceof z.ZodOptional) return wordsOf(type.unwrap() as z.ZodType)
  if (type instanceof z.ZodRecord) return 'an object'
  if (type instanceof z.ZodArray) {
    const { element } = type
    return element instanceof z.ZodEnum ? `a list of ${element.options.join(', ')}` : messageOf(type)
  }
  if (type instanceof z.ZodObject) {
    const names = Object.keys(type.shape)
    return names.length > SAID_AT_ONCE ? 'an object' : `{ ${names.join(', ')} }`
  }
  return messageOf(type)
}

const messageOf = (type: z.ZodType) =>
  type.safeParse(Symbol('no value of a profile')).error?.issues[0]?.message ?? ''
