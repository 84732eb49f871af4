import { logInSso } from '../../machines/log-in-sso.ts'
import { screens } from '../../machines/screens.ts'
import { asDescribed } from './as-described.ts'
import type { Driver } from './driver.ts'
import { press } from './form.ts'
import { describedActions, describedObservations } from './generic.ts'
import { mailsCalled } from './mail.ts'
import { seeProviderLogin, signInAs } from './provider.ts'
import { seeMail } from './see.ts'
import { look } from './sight.ts'
import { withTag } from './values.ts'
import type { World } from './world.ts'

/** Those who are not invited, for nobody has added them: they know the tenant link. */
const uninvited = new WeakSet<World>()

/** Those who have logged out: that is not documented, and may have ended their session at the provider, too. */
const loggedOut = new WeakSet<World>()

const signIn = signInAs((world) => world.provider().user)

export const logInSsoDriver: Driver<typeof logInSso> = {
  flow: logInSso,
  async prepare(world, given) {
    if (given === 'signed-in') await world.signInAtProvider()
    if (given === 'not-added' && world.target.capabilities.includes('mailbox')) {
      const invitations = await mailsCalled(world, screens['sso-invitation-mail'].heading)
      if (invitations.length === 0) uninvited.add(world)
    }
  },
  act: {
    ...describedActions(logInSso),
    'open-access': async (world, situation) => {
      if (!uninvited.has(world)) return asDescribed(world, situation)
      world.notes.add('whoever was not added gets no invitation, and begins at the tenant link')
      await world.page.goto(world.arranged.url)
    },
    'email.registered': async (world, situation) => {
      await asDescribed(world, situation)
      if (
        !loggedOut.has(world) ||
        (await seeProviderLogin(world, screens['provider-login'])).missing.length > 0
      )
        return
      world.notes.add('logging out has ended the session at the provider, too')
      await signIn(world, situation)
    },
    'log-out': async (world, situation) => {
      await asDescribed(world, situation)
      loggedOut.add(world)
    },
    'provider.right': signIn,
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
  observe: {
    ...describedObservations(logInSso),
    mail: async (world, screen) =>
      uninvited.has(world)
        ? { sight: await look(world.page), missing: [], lacking: [] }
        : seeMail(world, screen),
    providerLogin: seeProviderLogin,
  },
}
