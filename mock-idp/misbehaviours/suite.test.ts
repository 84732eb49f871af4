import { expect, test } from 'vitest'
import { misbehaviours } from './index.ts'
import { moduleOf } from './types.ts'

/**
 * The modules of the OpenID Foundation's relying-party plans, without their prefix, as the suite's Java classes list them
 * (github.com/openid-certification/conformance-suite at 12f2a4d, net.openid.conformance.openid.client: OIDCCClientBasicTestPlan,
 * …ConfigTestPlan, …RefreshTokenProfileTestPlan, logout.plan.OIDCCClientLogoutTestPlan). `idtoken-sig-none` is in the first two.
 */
const plans = {
  basic:
    ' -invalid-iss -missing-sub -invalid-aud -missing-iat -kid-absent-single-jwks -kid-absent-multiple-jwks -idtoken-sig-rs256 -idtoken-sig-none -invalid-sig-rs256 -userinfo-invalid-sub -nonce-invalid -scope-userinfo-claims -client-secret-basic',
  config:
    '-discovery-openid-config -discovery-jwks-uri-keys -discovery-issuer-mismatch -idtoken-sig-none -signing-key-rotation-just-before-signing -signing-key-rotation',
  /**
   * Those of the umbrella plan (OIDCCClientTestPlan, 39 modules) that the code flow has in addition to the basic and
   * config ones.
   */
  'code flow': '-missing-aud -userinfo-bearer-header -form-post-error -invalid-sig-hs256 -invalid-sig-es256',
  refresh: '-refresh-token -refresh-token-invalid-issuer -refresh-token-invalid-sub',
  logout:
    '-session-management -rp-init-logout -rp-init-logout-other-state -rp-init-logout-no-state -rp-frontchannel-rpinitlogout -rp-frontchannel-opinitlogout -rp-backchannel-rpinitlogout -rp-backchannel-rpinitlogout-alg-none -rp-backchannel-rpinitlogout-no-event -rp-backchannel-rpinitlogout-with-nonce -rp-backchannel-rpinitlogout-wrong-alg -rp-backchannel-rpinitlogout-wrong-aud -rp-backchannel-rpinitlogout-wrong-event -rp-backchannel-rpinitlogout-wrong-iss',
}

const modules = (names: string) => names.split(' ').map((name) => `oidcc-client-test${name}`)
const ours = misbehaviours.flatMap((each) => moduleOf(each) ?? [])

const counts = { basic: 14, config: 6, 'code flow': 5, refresh: 3, logout: 14 }

test.each(Object.entries(counts))('the suite’s %s plan is here whole: %i modules', (plan, count) => {
  const names = modules(plans[plan as keyof typeof plans])
  expect(names).toHaveLength(count)
  expect(ours).toEqual(expect.arrayContaining(names))
})

test('what bears a name of the suite is one of its modules', () => {
  const known = Object.values(plans).flatMap(modules)
  expect(ours.filter((name) => !known.includes(name))).toEqual([])
})
