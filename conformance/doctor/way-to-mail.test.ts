import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import { flowIn } from '../packs/pack-of.ts'
import { shortestWay } from './way-to-mail.ts'

const flows = ['log-in', 'reset-password'].map((id) => flowIn(packs, id))

test('the first mail is the one that a flow begins with', () => {
  expect(shortestWay({ packs }, flows)).toMatchObject({ flow: { id: 'log-in' }, mail: 'invitation-mail' })
})

test('a mail that the target does not send is no way to one', () => {
  const overrides = { 'invitation-mail': { absent: 'people get their password by hand' } }
  expect(shortestWay({ packs, overrides }, flows)).toMatchObject({
    flow: { id: 'reset-password' },
    mail: 'reset-mail',
  })
})
