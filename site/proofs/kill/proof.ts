import { markdownTable, milliseconds } from '../../../conformance/report/markdown-table.ts'
import { percentile } from '../../class/model/board.ts'
import { onEachStore } from '../common/stores.ts'
import { withDoorstep } from '../common/with-doorstep.ts'
import type { Proof } from '../proof.ts'
import { killOften } from './kill.ts'

const KILLS = 200

export const killProof: Proof = {
  about: 'kill -9 in the middle of walks, classes and mails: what was acknowledged is there, once and whole',
  async prove({ times = KILLS, minutes = Number.POSITIVE_INFINITY }) {
    const all = await onEachStore((store, env) =>
      withDoorstep({ env }, async (server) => ({ store, ...(await killOften(server, { times, minutes })) })),
    )
    const count = (things: readonly string[]) => String(things.length)
    const rows = all.map(({ store, kills, acknowledged, lost, double, half, starts }) => [
      ...[store, String(kills), String(acknowledged), count(lost), count(double), count(half)],
      milliseconds(percentile(starts, 50) ?? 0),
    ])
    const heads = ['store', 'kills', 'acknowledged and looked for', 'lost', 'double', 'half', 'start, median']
    return {
      text: markdownTable(heads, rows),
      problems: all.flatMap(({ store, acknowledged, lost, double, half }) => [
        ...(acknowledged === 0 ? [`${store}: nothing was acknowledged.`] : []),
        ...Object.entries({ lost, double, half }).flatMap(([what, things]) =>
          things.length > 0 ? [`${store}: ${things.length} ${what}, such as ${things[0]}.`] : [],
        ),
      ]),
    }
  },
}
