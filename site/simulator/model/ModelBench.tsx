import { lazy, useMemo } from 'react'
import { noteOf, sampleOf } from '../../../machines/model/sample.ts'
import { choicesAt } from '../../../machines/model/walk.ts'
import type { ProductScreens } from '../../products.ts'
import { Bench } from '../Bench.tsx'
import type { BenchProps } from '../bench.ts'
import { Devices } from '../devices/Devices.tsx'
import { Mailbox } from '../devices/Mailbox.tsx'
import type { Mail } from '../devices/mail.ts'
import { needsOf, waitsOf } from '../devices/needs-of.ts'
import { beginning } from '../walk/address.ts'
import { targetOf } from '../walk/target.ts'
import { beginsWithApp, hasEnrolled } from './account.ts'
import { addressesIn, addressOf } from './addresses.ts'
import { offersKey } from './fields.ts'
import { addressOfPerson } from './known.ts'
import { ModelScreen } from './ModelScreen.tsx'
import { type Arrived, mailboxAt, nextInMail } from './mailbox.ts'
import { NothingOpen } from './NothingOpen.tsx'
import { withOwnLinks } from './own-links.ts'
import { seenAt } from './seen.ts'
import { nowOf, openedKey, waysOf } from './stage.ts'
import { undoneAt } from './undone.ts'
import { useActs } from './use-acts.ts'
import { useAuthenticator } from './use-authenticator.ts'
import { useMemory } from './use-memory.ts'
import { useStage } from './use-stage.ts'

const ModelWirePanel = lazy(() => import('../wire/ModelWirePanel.tsx'))

interface Props extends BenchProps {
  /** The mails that the flow speaks of, by their screens. */
  mails: Readonly<Record<string, Mail>>
  product?: ProductScreens | undefined
}

const idOf = ({ screen, n }: Arrived) => `${screen}:${n}`

/** The flow without a server: the machine decides, and the pack says what the screens show. */
export function ModelBench({ mails, product, ...bench }: Props) {
  const { pack, flow, moments, at, place, go } = bench
  const stage = useStage(pack, { flow, moments, at, place })
  const now = nowOf(stage)
  const { email } = sampleOf(pack)
  const account = addressOfPerson(pack, stage.as)

  const hasApp = useMemo(() => beginsWithApp(pack, flow, place.given), [pack, flow, place.given])
  const isEnrolled = hasApp || hasEnrolled(pack, stage.happened)
  const isOffered = offersKey(pack, now)
  const ways = useMemo(() => waysOf(stage), [stage])
  const { codes, spend, qr, offered, forget, ...phone } = useAuthenticator({
    place: `${pack.id}:${flow.id}`,
    ways,
    needed: isEnrolled || isOffered,
    known: isEnrolled,
    account: email,
    issuer: pack.product,
  })
  const memory = useMemory(stage, codes)
  const { remembered, notes } = memory
  const arrived = useMemo(
    () => mailboxAt(pack, { flow, moment: stage.outer.moments[0] }, stage.happened),
    [pack, flow, stage],
  )
  const holder = remembered.instead.get(email) ?? email
  const addresseeOf = ({ to }: Arrived) => (to === undefined ? holder : noteOf(pack, to))
  const acts = useActs({ stage, memory, codes, spend, arrived, go })

  const seen = useMemo(() => seenAt(stage, remembered), [stage, remembered])
  const screen = pack.screens[now.screen]
  const canWait = new Set(
    choicesAt(stage.flow, now).flatMap(({ event }) => stage.flow.events[event]?.wait ?? []),
  )
  const needs = useMemo(() => needsOf(pack, flow), [pack, flow])
  const next = nextInMail(pack, stage)
  const wanted = arrived.filter((mail) => mail.screen === next?.screen)[next?.isOlder ? 1 : 0]
  const isPage = (screen?.kind ?? 'page') === 'page'
  return (
    <Bench
      {...bench}
      address={addressOf(pack, now.screen)}
      addresses={addressesIn(pack, flow)}
      onVisit={acts.visit}
      shown={now}
      onBack={at > 0 || place.within ? bench.back : undefined}
      perform={acts.perform}
      within={stage.isWithin && now.edge ? { flow: stage.flow, given: stage.given, moment: now } : undefined}
      stranger={acts.stranger}
      problem={acts.problem ?? remembered.problem}
      undone={undoneAt(pack, stage.outer)}
      isKeyAsked={acts.isKeyAsked}
      onStartOver={() => {
        memory.forget()
        forget()
        go(() => ({ ...beginning(flow), given: place.given }))
      }}
      isMailFirst={screen?.kind === 'mail'}
      mailbox={
        needs.has('mailbox') ? (
          <Mailbox
            mails={arrived.flatMap((mail) => {
              const rendered = mails[mail.screen]
              if (!rendered) return []
              const html = withOwnLinks(rendered, mail.n)
              return [{ ...rendered, html, id: idOf(mail), to: addresseeOf(mail) }]
            })}
            onLink={(name, _, { id }) => {
              const mail = arrived.find((one) => idOf(one) === id)
              if (mail) acts.follow(name, mail)
            }}
            next={wanted && next?.press ? { id: idOf(wanted), press: next.press } : undefined}
          />
        ) : undefined
      }
      wire={(onClose) => (
        <ModelWirePanel {...{ stage, remembered, mails, onClose }} secret={phone.secret ?? offered} />
      )}
      devices={
        <Devices
          pack={pack}
          flow={flow}
          notes={notes}
          phone={{ ...phone, canScan: isOffered && qr !== undefined }}
          securityKey={{
            asked: acts.isKeyAsked,
            onTouch: () => acts.answerKey('touch'),
            onCancel: () => acts.answerKey('cancel'),
          }}
          clock={{
            passed: stage.happened.reduce((sum, { spec }) => sum + (spec.wait ?? 0), 0),
            waits: waitsOf(stage.flow).map((wait) => ({ ...wait, isOpen: canWait.has(wait.seconds) })),
            onPass: acts.pass,
          }}
        />
      }
    >
      {screen && isPage ? (
        <ModelScreen
          key={openedKey(stage)}
          id={now.screen}
          screen={screen}
          product={product}
          seen={seen}
          email={remembered.instead.get(account) ?? account}
          typed={remembered.last}
          qr={isOffered ? qr : undefined}
          secret={isOffered ? offered : undefined}
          target={targetOf(stage.flow, stage.moments, stage.moments.length - 1)}
          onForm={acts.form}
        />
      ) : (
        <NothingOpen
          addresses={screen?.kind === 'nothing' ? addressesIn(pack, flow) : []}
          onVisit={acts.visit}
        />
      )}
    </Bench>
  )
}
