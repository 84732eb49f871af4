import { useCallback, useMemo, useState } from 'react'
import { choicesAt } from '../../../machines/walk.ts'
import { Bench } from '../Bench.tsx'
import { append, type BenchProps } from '../bench.ts'
import { Desk } from '../desk/Desk.tsx'
import type { Mail } from '../desk/mail.ts'
import { addressOf } from './address-of.ts'
import { interpret, type Sent } from './interpret.ts'
import { ModelScreen } from './ModelScreen.tsx'
import { typedSoFar } from './typed-so-far.ts'
import { useAuthenticator } from './use-authenticator.ts'
import { notesOf, type World } from './values.ts'

const world: World = {
  email: 'new.administrator@example.com',
  password: 'eleven quiet windows',
  oldPassword: 'nine loud doors shut',
  discovery: 'https://login.example.com/.well-known/openid-configuration',
  otherIssuer: 'https://login.example.com/.well-known/openid-configuration?issuer=other',
  clientId: '5f2b7c1e-8d34-4f6a-9b1d-2c7e9a0d4b61',
  redirect: 'https://auth.netwrix.com/login/callback',
}

interface Props extends BenchProps {
  mails: Record<string, Mail>
}

/** The flow without any server: the machine decides, the tenant's screens show it. */
export function ModelBench({ mails, ...bench }: Props) {
  const { flow, moments, at, place, go } = bench
  const moment = moments[at] ?? moments[0]
  const [stranger, setStranger] = useState<string>()
  const [keyAsked, setKeyAsked] = useState(false)
  const enrolled =
    place.given === 'authenticator-app' ||
    moments.slice(0, at + 1).some(({ edge }) => edge?.event === 'code.right')
  const { codes, spend, qr, secret, onScan } = useAuthenticator({
    needed: enrolled || moment?.screen === 'secure-your-account',
    enrolled,
    account: world.email,
  })
  const { since, typed } = useMemo(() => typedSoFar(flow, moments, at, world), [flow, moments, at])

  const perform = useCallback(
    (...events: string[]) => {
      setStranger(undefined)
      setKeyAsked(false)
      if (events.includes('code.right')) void spend()
      go(append(...events))
    },
    [go, spend],
  )
  const send = useCallback(
    async (sent: Sent) => {
      if (!moment) return
      const { events, stuck } = interpret(flow, moment, sent, { ...world, ...(await codes()) })
      if (events[0] && flow.events[events[0]]?.at === 'key') return setKeyAsked(true)
      if (events.length > 0) perform(...events)
      if (stuck && sent.pressed) setStranger(`“${sent.pressed}” with what was typed`)
    },
    [flow, moment, codes, perform],
  )
  if (!moment) return null

  const twoDays = choicesAt(flow, moment).some(({ event }) => event === 'two-days-pass')
  const passed = moments.slice(1, at + 1).filter(({ edge }) => edge?.event === 'two-days-pass').length * 2
  const showsKey = moment.edge?.event === 'trouble-scanning'

  return (
    <Bench
      {...bench}
      address={addressOf(moment.screen)}
      perform={perform}
      stranger={stranger}
      desk={
        <Desk
          flow={flow}
          mails={Object.values(mails)}
          onLink={(name) => send({ pressed: name, typed: {} })}
          notes={notesOf(flow, world)}
          phone={{ secret, canScan: moment.screen === 'secure-your-account' && qr !== undefined, onScan }}
          securityKey={{
            asked: keyAsked,
            onTouch: () => perform('key.touched'),
            onCancel: () => perform('key.cancelled'),
          }}
          clock={{ passed, onPass: twoDays ? () => perform('two-days-pass') : undefined }}
        />
      }
    >
      <ModelScreen
        key={since}
        screen={moment.screen}
        shows={moment.edge?.meta.shows}
        typed={typed}
        email={world.email}
        qr={qr}
        secret={showsKey ? secret : undefined}
        onSend={send}
      />
    </Bench>
  )
}
