import fc from 'fast-check'
import { z } from 'zod'

/** What has broken parsers before: numbers that are none, escapes, prototypes, separators, code. */
const notorious = [
  ...['', ' ', '0', '-1', '1e309', 'NaN', '9007199254740993', 'null', 'true', '[]', '{}', '{"a":'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '%',
    '%00',
    '%E0%A4%A',
    '..%2f',
    '../../etc/passwd',
    '//evil.example',
  ],
  ...[
    '\0',
    '\r\nX: y',
    '\u202e',
    '\ud800',
    'İ',
    'ﬃ',
    '＠',
    "' or 1=1 --",
    '<script>',
    '{{7*7}}',
    'a@b.example',
  ],
  ...['http://127.0.0.1:1/', 'javascript:0', 'a'.repeat(3_000), '("'.repeat(500), 'é'.repeat(1_000)],
]

/** A text: one that means something here, a notorious one, or any. */
export const oddText = (known: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...known, 'x') },
    { weight: 2, arbitrary: fc.constantFrom(...notorious) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...notorious), fc.constantFrom(...notorious))
        .map(([a, b]) => a + b),
    },
  )

const oddNumber = fc.oneof(fc.integer({ min: -2, max: 40 }), fc.maxSafeInteger(), fc.double())

/** Any JSON, with names that mean something here. */
export const oddJson = (known: readonly string[]): fc.Arbitrary<unknown> => {
  const leaf = fc.oneof(oddText(known), oddNumber, fc.boolean(), fc.constant(null))
  return fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(oddText(known), tie('any'), { maxKeys: 4 }),
    ),
  })).any
}

type JsonSchema = z.core.JSONSchema.BaseSchema

/** What a schema wants, but for a part here and there. */
export function nearly(schema: z.ZodType, known: readonly string[]): fc.Arbitrary<unknown> {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' })
  const of = (node: JsonSchema): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 30, arbitrary: fitting(node) }, { weight: 1, arbitrary: oddJson(known) })
  const fitting = (node: JsonSchema): fc.Arbitrary<unknown> => {
    if (node.const !== undefined) return fc.constant(node.const)
    if (node.enum) return fc.constantFrom(...node.enum)
    const either = node.anyOf ?? node.oneOf
    if (either) return fc.oneof(...either.map((each) => of(each as JsonSchema)))
    if (node.allOf)
      return fc
        .tuple(...node.allOf.map((each) => of(each as JsonSchema)))
        .map((parts) => Object.assign({}, ...parts))
    switch (node.type) {
      case 'string':
        return oddText(known)
      case 'boolean':
        return fc.boolean()
      case 'integer':
      case 'number':
        return oddNumber
      case 'array':
        return fc.array(of((node.items ?? {}) as JsonSchema), { maxLength: 4 })
      case 'object': {
        const { properties = {}, required = [], additionalProperties } = node
        const fields = Object.entries(properties).map(([name, each]) => [name, of(each as JsonSchema)])
        const own = fc.record<Record<string, unknown>>(Object.fromEntries(fields), { requiredKeys: required })
        return typeof additionalProperties === 'object'
          ? fc.dictionary(oddText(known), of(additionalProperties as JsonSchema), { maxKeys: 3 })
          : own
      }
      default:
        return oddJson(known)
    }
  }
  return of(root)
}
