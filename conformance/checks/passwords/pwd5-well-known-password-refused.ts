import { atNewPassword, mailedKinds } from '../bench/new-password.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveRefused } from './choose.ts'
import { CONTROL, longEnough, refusedMixed, sift, WELL_KNOWN, WELL_KNOWN_MIXED } from './well-known.ts'

export const pwd5 = defineCheck({
  id: 'PWD5',
  title: 'Well-known and leaked passwords are refused',
  source: 'NIST 3.1.1.2; 6.2.4; 6.2.12',
  level: 'MUST',
  asvsLevel: 1,
  roles: [mailedKinds],
  uses: ['login', 'codes'],
  needs: ['mailbox'],
  seconds: 120,
  claims: { refused: 'passwords of the lists of leaked ones are refused', ...rejectionClaims },
  async prove(bench) {
    const least = bench.target.documented?.passwordLength ?? 0
    const plain = longEnough(bench.target, WELL_KNOWN)
    const everyKind = longEnough(bench.target, WELL_KNOWN_MIXED)
    if (plain.length === 0) {
      bench.skip('refused', `No well-known password has the ${least} characters that are required.`)
      return
    }
    const most = Math.ceil(plain.length / 2)
    const { refused, accepted } = await sift(bench, plain, most)
    const mixed = await refusedMixed(bench)
    if (mixed === undefined) accepted.push(...everyKind)
    const isListed = refused.length >= most && (mixed !== undefined || everyKind.length === 0)
    if (!bench.claim('refused', isListed, `it takes “${accepted.join('”, “')}”`)) return
    const tried = [...(mixed === undefined ? [] : [mixed]), ...refused].map((password) => ({
      claim: 'refused',
      of: `the well-known password “${password}”`,
      password,
    }))
    await proveRefused(bench, await atNewPassword(bench), { tried, control: CONTROL.padEnd(least, 'wq') })
  },
})
