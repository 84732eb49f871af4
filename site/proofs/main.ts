import { Command } from 'commander'
import { replaceBlock } from '../../conformance/report/replace-block.ts'
import { faultsProof } from './faults/proof.ts'
import { floodProof } from './flood/proof.ts'
import { fuzzProof } from './fuzz/proof.ts'
import { killProof } from './kill/proof.ts'
import { lighthouseProof } from './lighthouse/proof.ts'
import { loadProof } from './load/proof.ts'
import { modelProof } from './model/proof.ts'
import type { Proof, ProofOptions } from './proof.ts'
import { rulesProof } from './rules/proof.ts'
import { soakProof } from './soak/proof.ts'

/** Every proof, listed once. */
const proofs: Record<string, Proof> = {
  fuzz: fuzzProof,
  flood: floodProof,
  kill: killProof,
  faults: faultsProof,
  load: loadProof,
  soak: soakProof,
  rules: rulesProof,
  model: modelProof,
  lighthouse: lighthouseProof,
}

const list = Object.entries(proofs).map(([name, { about }]) => `  ${name.padEnd(12)}${about}`)
const positive = (typed: string) => {
  const number = Number(typed)
  if (!(number > 0)) throw program.error(`"${typed}" is no number above 0.`, { exitCode: 2 })
  return number
}

const program = new Command('npm run proof --')
  .description('attack a running Doorstep, and print what it withstood as Markdown')
  .argument('[proof...]', 'which ones; all when none is named')
  .option('--times <n>', 'how often the proof does its one thing', positive)
  .option('--minutes <n>', 'how long it takes, where that is a choice', positive)
  .option('--seed <n>', 'makes the same choices again', Number)
  .option(
    '--markdown <file>',
    'also put the figures into this file, between <!-- bench NAME --> and <!-- end -->',
  )
  .addHelpText('after', `\nProofs:\n${list.join('\n')}`)

const names = program.parse().args
const { markdown, ...options } = program.opts<ProofOptions & { markdown?: string }>()
const unknown = names.find((name) => !(name in proofs))
if (unknown !== undefined)
  program.error(`There is no proof "${unknown}": choose among ${Object.keys(proofs).join(', ')}.`, {
    exitCode: 2,
  })

for (const [name, { prove }] of Object.entries(proofs)) {
  if (names.length > 0 && !names.includes(name)) continue
  const date = new Date().toISOString().slice(0, 10)
  const given = Object.entries(options).map(([option, value]) => ` --${option} ${value}`)
  const { text, problems } = await prove(options)
  const command = `npm run proof -- ${name}${given.join('')}`
  const said = `Measured on ${date} with \`${command}\`, Node ${process.versions.node}.\n\n${text}`
  console.log(`${said}\n`)
  for (const problem of problems) console.error(`${name} does not hold: ${problem}`)
  if (problems.length > 0) process.exitCode = 1
  else if (markdown !== undefined) await replaceBlock(markdown, name, said)
}
