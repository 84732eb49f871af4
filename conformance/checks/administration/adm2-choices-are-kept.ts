import { addNewcomer, rowOf, toUsers } from '../bench/administration.ts'
import { defineCheck } from '../check.ts'

export const adm2 = defineCheck({
  id: 'ADM2',
  title: 'The role that is chosen for a new user is the one they have',
  source: 'the documentation: a role is chosen when a user is added',
  level: 'MUST',
  roles: ['administration'],
  needs: [],
  seconds: 120,
  claims: {
    least: 'the least powerful role is the one that the list shows',
    most: 'the most powerful role is the one that the list shows',
    kept: 'it is still so when the list is opened again',
  },
  async prove(bench) {
    const { administrator: situation, ranks } = bench.role('administration')
    const [least, most] = [ranks[0]?.label ?? '', ranks.at(-1)?.label ?? '']
    for (const [claim, role, others] of [
      ['least', least, ranks.filter(({ label }) => label !== least)],
      ['most', most, ranks.filter(({ label }) => label !== most)],
    ] as const) {
      const administrator = await bench.person(situation)
      await toUsers(administrator)
      const email = await addNewcomer(administrator, role)
      const shown = () => rowOf(administrator, email).innerText()
      const isRole = (text: string) =>
        text.includes(role) && !others.some(({ label }) => text.includes(label))
      const first = await shown()
      bench.claim(claim, isRole(first), `the list says “${first.replace(/\s+/g, ' ')}”`)
      await toUsers(administrator)
      const again = await shown()
      bench.claim('kept', isRole(again), `the list says “${again.replace(/\s+/g, ' ')}”`)
    }
  },
})
