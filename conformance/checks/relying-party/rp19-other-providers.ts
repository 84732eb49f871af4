import type { Bench } from '../bench/bench.ts'
import { defineCheck } from '../check.ts'
import { misbehave, needHonestLogin, opensBySso, signedInAtProvider, ssoRoles } from './sso.ts'
import { opensAtProvider, trust } from './trust.ts'

/** Claim, name of what the provider does otherwise, and that in words. */
const ways = [
  ['rs256', 'idtoken-sig-rs256', 'the ID token is signed with RS256'],
  ['bearer', 'userinfo-bearer-header', 'userinfo takes the access token in the Authorization header alone'],
  ['pkce', 'pkce-not-announced', 'the metadata say nothing of PKCE'],
] as const

/** The same, where a deployment that still has the metadata or the keys of before is right to refuse. */
const announced = [
  ['single-key', 'kid-absent-single-jwks', 'one key is published and the ID token names none'],
  ['basic', 'client-secret-basic', 'the token endpoint takes the secret by HTTP Basic alone'],
] as const

const USERINFO = 'name and address come from userinfo alone'

export const rp19 = defineCheck({
  id: 'RP19',
  title: 'A provider may do what the standards leave to it',
  source:
    'OpenID Connect Core 5.4, 9, 10.1, 15.1; RFC 6750 §2.1; RFC 8414 §2; oidcc scope-userinfo-claims, client-secret-basic, kid-absent-single-jwks, idtoken-sig-rs256, userinfo-bearer-header',
  level: 'SHOULD',
  roles: ssoRoles,
  uses: ['ssoSettings'],
  needs: ['identity-provider'],
  seconds: 120,
  claims: Object.fromEntries([
    ...[...ways, ...announced].map(([claim, , when]) => [claim, `where ${when}, a login is accepted`]),
    ['userinfo', `where ${USERINFO}, a first login is accepted`],
  ]),
  async prove(bench) {
    await needHonestLogin(bench)
    for (const [claim, name] of ways) bench.claim(claim, await opensWhere(bench, name), 'it is not')
    for (const [claim, name] of announced)
      if (await opensWhere(bench, name)) bench.claim(claim, true)
      else bench.unproven(claim, 'It is not; what the provider announced before may still be in use.')
    await judgeUserinfo(bench)
  },
})

/** Entra’s userinfo has no name that logins go by, so the generic method is saved. */
async function judgeUserinfo(bench: Bench) {
  const settings = bench.optionalRole('ssoSettings')
  if (!bench.target.documented?.userinfo || !settings) {
    bench.skip(
      'userinfo',
      'Nothing says that userinfo is used, or how the settings of a provider are changed.',
    )
    return
  }
  const administrator = await bench.person(settings.administrator)
  await trust(administrator, 'openIdConnect')
  await misbehave(administrator, 'scope-userinfo-claims')
  const opens = await opensAtProvider(await bench.another(administrator))
  await misbehave(administrator, undefined)
  if (opens || (await opensAtProvider(await bench.another(administrator))))
    bench.claim('userinfo', opens, 'it is not')
  else bench.unproven('userinfo', 'The control fails: no login at this provider is accepted.')
}

/** Whether someone who has not logged in before gets in while the provider does it that way. */
async function opensWhere(bench: Bench, name: string): Promise<boolean> {
  const person = await signedInAtProvider(bench)
  await misbehave(person, name)
  const opens = await opensBySso(person)
  await misbehave(person, undefined)
  await person.session.context.close()
  return opens
}
