import { z } from 'zod'

/** What a value must be, to go on after “but must be”. */
export const must = (what: string) => ({ error: what })

export const text = z.string(must('a text')).min(1, must('a text that is not empty'))
export const texts = z.array(text, must('a list of texts'))

export const address = z.url({
  protocol: /^https?$/,
  error: 'an address such as "https://login.example.com"',
})

/** Where a deployment is sent back to: known whole, or once it is known where the deployment is. */
export const addressOrPath = z.union(
  [address, z.string().startsWith('/')],
  must('an address such as "https://login.example.com/callback", or a path such as "/callback"'),
)

export const integer = (least: number, what: string) =>
  z.number(must(what)).int(must(what)).min(least, must(what))

export const oneOf = (names: readonly string[]) => z.enum([...names], must(`one of ${names.join(', ')}`))

type AnyFunction = (...args: never[]) => unknown

/** @param signature as it is written in a profile */
export const fn = (signature: string) =>
  z.custom<AnyFunction>((value) => typeof value === 'function', must(`a function ${signature}`))

/**
 * An object with these keys and no others.
 * @param instead what to do about a key that is not known; the keys are listed by default
 */
export const object = <Shape extends z.ZodRawShape>(
  shape: Shape,
  instead = `choose among ${Object.keys(shape).join(', ')}`,
) =>
  z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? instead : `an object`),
  })
