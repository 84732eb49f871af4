import { logInSso } from '../../machines/log-in-sso.ts'
import { asDescribed } from './as-described.ts'
import type { Driver } from './driver.ts'
import { press } from './form.ts'
import { describedActions, describedObservations } from './generic.ts'
import { seeProviderLogin, signInAs } from './provider.ts'
import { withTag } from './values.ts'

export const logInSsoDriver: Driver<typeof logInSso> = {
  flow: logInSso,
  async prepare(world, given) {
    if (given === 'signed-in') await world.signInAtProvider()
  },
  act: {
    ...describedActions(logInSso),
    'provider.right': signInAs((world) => world.provider().user),
    'provider.wrong-password': signInAs((world) => ({
      ...world.provider().user,
      password: 'certainly not the password',
    })),
    'provider.unknown-user': signInAs((world) => ({
      name: withTag(world.provider().user.name, 'nobody'),
      password: 'whatever it is',
    })),
    'provider.cancelled': async ({ page, patience, settling }) => {
      await press(page, 'Cancel', patience)
      await settling.settled(patience)
    },
    'consent.accept': asDescribed,
    'consent.decline': asDescribed,
  },
  observe: { ...describedObservations(logInSso), providerLogin: seeProviderLogin },
}
