import { add, addNewcomer, rowsWith, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'

/**
 * Someone who is added once more, with the address in another writing, is in the list once. Whether it is refused in words, or sends the
 * invitation again, is the product's affair. Judges the claim `added`. Role: administration.
 */
export async function proveAddedOnce(bench: Bench, write: (email: string) => string): Promise<void> {
  const administrator = await bench.person(bench.role('administration').administrator)
  await toUsers(administrator)
  const email = await addNewcomer(administrator)
  const before = await rowsWith(administrator, email)
  await add(administrator, write(email))
  await administrator.settle()
  await toUsers(administrator)
  const after = await rowsWith(administrator, email)
  bench.claim('added', after <= before, `there are ${after} rows where there was ${before}`)
}
