import { markdownTable } from '../../report/markdown-table.ts'
import { memoryCurve } from './memory.ts'

const [turns, logins] = [50, 2000]
/** Not every turn is a line. */
const shown = 5

/** The provider's memory over many logins. It takes a quarter of an hour, so it has a command of its own. */
export async function idpMemoryBench(): Promise<string> {
  const { start, turns: used, reset } = await memoryCurve(turns, logins)
  const rows = [
    ['0', start],
    ...used
      .map((mb, turn) => [turn + 1, mb] as const)
      .filter(([turn]) => turn % shown === 0)
      .map(([turn, mb]) => [String(turn * logins), mb] as const),
    ['after reset()', reset],
  ].map(([what, mb]) => [String(what), Number(mb).toFixed(1)])
  return `${markdownTable(['logins so far', 'MB in use'], rows)}

After garbage collection. After every ${logins} logins so much simulated time passes that nothing of them is good any longer.`
}
