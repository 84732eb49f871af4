import { describe, expect, test } from 'vitest'
import type { EventSpec } from './event.ts'
import { fieldOf, flowOf, mailWith, perform, performLeg } from './perform.ts'
import { recordingControls } from './testing/recording-controls.ts'
import { library } from './testing/small-pack.ts'

async function done(screen: string, event: EventSpec): Promise<string[]> {
  const lines: string[] = []
  await perform({ pack: library, screen, event }, recordingControls(lines))
  return lines.filter(isAction)
}

const isAction = (line: string) => !/(^|: )on /.test(line)

const event = (flow: string, name: string): EventSpec => {
  const found = flowOf(library, flow).events[name]
  if (!found) throw new Error(`There is no event ${name}.`)
  return found
}

describe('an event is performed', () => {
  test('by filling in the values of its symbols, and pressing', async () => {
    expect(await done('password', event('enter', 'password.right'))).toEqual([
      'Password: <right password>',
      'press Go on',
    ])
  })

  test('by opening its address first', async () => {
    const signIn: EventSpec = { label: '', at: 'screen', goTo: 'front', press: 'Enter' }
    expect(await done('nothing-open', signIn)).toEqual(['visit front', 'press Enter'])
  })

  test('by opening the mail that it names, or the one that is shown', async () => {
    expect(await done('mailed', event('renew', 'open-link'))).toEqual([
      'open the newest renewal-mail',
      'press renew it',
    ])
    expect(await done('mailed', event('renew', 'open-older'))).toEqual([
      'open the older renewal-mail',
      'press renew it',
    ])
  })

  test('as often as it says', async () => {
    expect(await done('password', event('enter', 'password.thrice'))).toHaveLength(6)
  })

  test('while the mail is awaited that it sends', async () => {
    expect(await done('lost', event('renew', 'ask-for-mail'))).toEqual([
      'Name: <registered email>',
      'press Mail me',
      'await renewal-mail',
    ])
  })

  test('by waiting', async () => {
    expect(await done('renewal', event('renew', 'day-passes'))).toEqual(['wait 86400 s'])
  })

  test('with the key ready', async () => {
    const touch: EventSpec = { label: '', at: 'key', key: 'touch', press: 'App' }
    expect(await done('factor', touch)).toEqual(['press App', 'touch the key'])
  })

  test('with values instead of labels, where every provider has its own words', async () => {
    expect(await done('their-login', event('enter', 'sign-in'))).toEqual([
      'sign in as <registered provider-account> with <right provider-password>',
    ])
    expect(await done('their-login', event('enter', 'cancel'))).toEqual(['press Cancel'])
  })

  test('by what data cannot say, around what they do say', async () => {
    const twice: EventSpec = {
      label: '',
      at: 'screen',
      press: 'Enter',
      does: async (controls, described) => {
        await described()
        await controls.reload()
        await described()
      },
    }
    expect(await done('front', twice)).toEqual(['press Enter', 'reload', 'press Enter'])
    expect(await done('mailed', event('renew', 'no-mail'))).toEqual(['no renewal-mail'])
  })

  test('by another person, who keeps what is shown then', async () => {
    const other: EventSpec = {
      label: '',
      at: 'screen',
      as: 'guest',
      press: 'Enter',
      keeps: { card: { term: 'Card' } },
    }
    expect(await done('front', other)).toEqual([
      'guest: press Enter',
      'guest: keep card from {"term":"Card"}',
    ])
  })
})

describe('a procedure as one event', () => {
  test('is walked from its beginning, with the screens that its own machine has', async () => {
    const lines: string[] = []
    await perform(
      { pack: library, screen: 'letter', event: event('trip', 'enter') },
      recordingControls(lines),
    )
    expect(lines).toEqual([
      'on letter',
      'on letter',
      'open the newest letter',
      'press front page',
      'on front',
      'press Enter',
    ])
  })

  test('begins at an address, and does between its events what they do not know', async () => {
    const lines: string[] = []
    const events = ['open-link', (controls: { reload(): Promise<void> }) => controls.reload(), 'enter']
    await performLeg(library, { flow: 'enter', from: 'front', events }, recordingControls(lines))
    expect(lines.filter(isAction)).toEqual([
      'visit front',
      'open the newest letter',
      'press front page',
      'reload',
      'press Enter',
    ])
  })

  test('tells the controls which procedure it is', async () => {
    const within: string[] = []
    const controls = {
      ...recordingControls(),
      within: async (flow: string, action: () => Promise<void>) => {
        within.push(`${flow} begins`)
        await action()
        within.push(`${flow} ends`)
      },
    }
    await performLeg(library, { flow: 'enter', from: 'front', events: ['open-link'] }, controls)
    expect(within).toEqual(['enter begins', 'enter ends'])
  })

  test('is refused where its events are no way through the flow', async () => {
    const leg = { flow: 'enter', events: ['enter', 'open-link'] }
    await expect(performLeg(library, leg, recordingControls())).rejects.toThrow(
      'enter has no way enter → open-link: correct the leg that names it.',
    )
  })
})

describe('a missing control is named', () => {
  test('a field, a flow, a mail', () => {
    const front = library.screens.front
    expect(() => fieldOf(front, 'Name')).toThrow('The screen “Library” has no field “Name”.')
    expect(() => flowOf(library, 'leave')).toThrow(
      'The pack library has no flow "leave". Its flows are: enter, renew, trip.',
    )
    expect(() => mailWith(library, 'burn it')).toThrow(
      'The pack library has no mail with a button or a link “burn it”.',
    )
  })
})
