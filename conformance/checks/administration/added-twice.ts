import { withTag } from '../../../machines/model/values.ts'
import { add, rowsWith, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import type { Person } from '../bench/person.ts'
import { adding } from './deeds.ts'
import { beginMails } from './one-mail-each.ts'

/** Requests at the same time. */
const TIMES = 6

/** Nobody is in the list twice, nor invited twice. Judges the claims `once` and `at-once` of ADM6. @param own address of a newcomer */
export async function proveNobodyTwice(bench: Bench, administrator: Person, own: string): Promise<void> {
  const separator = bench.target.documented?.addressSeparator ?? ', '
  const email = withTag(own, 'twice')
  await toUsers(administrator)
  const mailed = await beginMails(bench, administrator)
  const error = await administrator.errorAfter(
    () => add(administrator, [email, email].join(separator)),
    () => administrator.isAt(bench.role('administration').list, 0),
  )
  await toUsers(administrator)
  const rows = await rowsWith(administrator, email)
  if (rows === 0 && error === undefined) bench.unproven('once', 'Nobody is added, without a word.')
  else if (bench.claim('once', rows <= 1, `there are ${rows} rows`) && rows === 1)
    await mailed('once', [email])
  await proveAtOnce(bench, administrator, withTag(own, 'at-once'))
}

/** Whether somebody is there may be read by each before one of them adds. */
async function proveAtOnce(bench: Bench, administrator: Person, email: string) {
  const { sent, change } = await adding(administrator, email)
  const ready = await Promise.all(
    Array.from({ length: TIMES }, async () => {
      const jar = await Jar.of(administrator)
      const fresh = await jar.fresh(sent)
      return { jar, fresh: change ? change(fresh) : fresh }
    }),
  )
  await Promise.all(ready.map(({ jar, fresh }) => jar.send(fresh)))
  await Promise.all(ready.map(({ jar }) => jar.close()))
  await toUsers(administrator)
  const rows = await rowsWith(administrator, email)
  if (rows === 0) bench.unproven('at-once', 'The control fails: none of them adds anybody.')
  else bench.claim('at-once', rows === 1, `there are ${rows} rows`)
}
