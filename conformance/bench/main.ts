import { Command } from 'commander'
import { liveStepBench } from '../../site/bench/bench.ts'
import { classBench } from '../../site/class/bench/bench.ts'
import { replaceBlock } from '../report/replace-block.ts'
import { checkBench } from './check/bench.ts'
import { depthBench } from './depth/bench.ts'
import { idpBench } from './idp/bench.ts'
import { idpMemoryBench } from './idp/memory-bench.ts'
import { planBench } from './plan/bench.ts'
import { traceBench } from './trace/bench.ts'

/** Every benchmark, listed once: its name → a run that answers with Markdown. */
const benches: Record<string, () => Promise<string>> = {
  check: checkBench,
  class: classBench,
  depth: depthBench,
  idp: idpBench,
  'idp-memory': idpMemoryBench,
  'live-step': liveStepBench,
  plan: planBench,
  trace: traceBench,
}

const program = new Command('npm run bench --')
  .description('measure, and print what was measured as Markdown')
  .argument('[bench...]', `which ones: ${Object.keys(benches).join(', ')}; all when none is named`)
  .option(
    '--markdown <file>',
    'also put each table into this file, between <!-- bench NAME --> and <!-- end -->',
  )

const names = program.parse().args
const { markdown } = program.opts<{ markdown?: string }>()
const unknown = names.find((name) => !(name in benches))
if (unknown !== undefined) {
  program.error(`There is no benchmark "${unknown}": choose among ${Object.keys(benches).join(', ')}.`, {
    exitCode: 2,
  })
}
for (const [name, run] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue
  const date = new Date().toISOString().slice(0, 10)
  const command = `npm run bench -- ${name}`
  const text = `Measured on ${date} with \`${command}\`, Node ${process.versions.node}.\n\n${await run()}`
  console.log(`${text}\n`)
  if (markdown !== undefined) await replaceBlock(markdown, name, text)
}
