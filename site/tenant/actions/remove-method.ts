import { pressed } from '../http/acted.ts'
import { readForm } from '../http/read-form.ts'
import { record } from '../http/record.ts'
import { tellHolder } from '../http/tell-holder.ts'
import { removeMethod as dropMethod } from '../store/methods.ts'
import { forgetDevices } from '../store/remembered-devices.ts'
import { factorsOf } from './factors-of.ts'
import { confirmed, keptHere, showAccountWith } from './your-account.ts'

/** Takes away a second factor, but never the last; devices that had passed one are asked again. */
const remove = confirmed(
  keptHere(async (c, account) => {
    const { tenant } = c.var
    const { db } = tenant.store
    const { method } = await readForm(c, 'method')
    const may = tenant.rules.mayRemoveMethod(await factorsOf(c, account))
    const removed = may ? await dropMethod(db, account.id, method) : undefined
    if (!removed) {
      const message = may ? 'That method is not there any more.' : 'The last method can’t be removed.'
      return showAccountWith(c, account, { message, tone: 'wrong' }, 422)
    }
    await forgetDevices(db, account.id)
    const isApp = method === 'authenticator-app'
    const what = isApp ? 'Authenticator app' : `Security key “${removed.name}”`
    await record(c, 'method-removed', { about: what })
    tellHolder(c, account.email, {
      change: isApp ? 'authenticator-app-removed' : 'security-key-removed',
      ...(isApp ? {} : { keyName: removed.name }),
    })
    return showAccountWith(c, account, { message: `${what} was removed.`, tone: 'note' })
  }),
)

export const removeMethod = pressed('your-account', 'Remove', remove)
