import { markdownTable, milliseconds } from '../../../conformance/report/markdown-table.ts'
import { withDoorstep } from '../common/with-doorstep.ts'
import type { Proof, Proven } from '../proof.ts'
import { type Flooded, flood, MOST_SECONDS } from './flood.ts'

const CONNECTIONS = 1_500
const MINUTES = 1.4
/** Within which an honest request is answered, in ms. */
const P95 = 1_000

const problemsOf = ({ port, left, honest }: Flooded) => [
  ...(honest.failures.length > 0
    ? [`${port}: ${honest.failures.length} honest ones failed, such as: ${honest.failures[0]}`]
    : []),
  ...(honest.p(95) > P95 ? [`${port}: p95 of the honest ones is ${milliseconds(honest.p(95))}.`] : []),
  ...(left > 0
    ? [`${port}: ${left} half-open connections were left open for more than ${MOST_SECONDS} s.`]
    : []),
]

export const floodProof: Proof = {
  about:
    'half-open connections at every port: honest requests and mails are served, and the half-open ones are ended',
  prove: ({ times = CONNECTIONS, minutes = MINUTES }) =>
    withDoorstep({}, async (server): Promise<Proven> => {
      const all = await flood(server.at, times, minutes * 60)
      const rows = all.map(({ port, most, left, honest }) => [
        ...[port, String(most), String(left), String(honest.times.length), String(honest.failures.length)],
        ...[honest.p(50), honest.p(95)].map(milliseconds),
      ])
      const heads = [
        'port',
        'half-open at once',
        `open for more than ${MOST_SECONDS} s`,
        'honest',
        'failed',
        'median',
        'p95',
      ]
      return {
        text: `${markdownTable(heads, rows)}\n\n${times} connections are begun at each port in the same second; a third says nothing, a third sends headers or a command byte by byte, a third a body.`,
        problems: all.flatMap(problemsOf),
      }
    }),
}
