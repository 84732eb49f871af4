import { pressed } from '../http/acted.ts'
import { atOnce } from '../http/at-once.ts'
import { readForm } from '../http/read-form.ts'
import { record } from '../http/record.ts'
import { tellHolder } from '../http/tell-holder.ts'
import { removeMethod as dropMethod } from '../store/methods.ts'
import { forgetDevices } from '../store/remembered-devices.ts'
import { factorsOf } from './factors-of.ts'
import { confirmed, keptHere, showAccountWith } from './your-account.ts'

const APP = 'authenticator-app'

const nameOf = (method: string, name: string) =>
  method === APP ? 'Authenticator app' : `Security key “${name}”`

/** Takes away a second factor, but never the last; devices that had passed one are asked again. */
const remove = confirmed(
  keptHere(async (c, account) => {
    const { tenant } = c.var
    const { method } = await readForm(c, 'method')
    const may = tenant.rules.mayRemoveMethod(await factorsOf(c, account))
    const removed = may
      ? await atOnce(c, async () => {
          const all = c.var.tenant.store.db
          const dropped = await dropMethod(all, account, method)
          if (!dropped) return undefined
          await forgetDevices(all, account.id)
          await record(c, 'method-removed', { about: nameOf(method, dropped.name) })
          return dropped
        })
      : undefined
    if (!removed) {
      const message = may ? 'That method is not there any more.' : 'The last method can’t be removed.'
      return showAccountWith(c, account, { message, tone: 'wrong' }, 422)
    }
    const isApp = method === APP
    tellHolder(c, account.email, {
      change: isApp ? 'authenticator-app-removed' : 'security-key-removed',
      ...(isApp ? {} : { keyName: removed.name }),
    })
    return showAccountWith(c, account, {
      message: `${nameOf(method, removed.name)} was removed.`,
      tone: 'note',
    })
  }),
)

export const removeMethod = pressed('your-account', 'Remove', remove)
