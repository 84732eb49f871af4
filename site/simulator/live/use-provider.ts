import { useEffect, useState } from 'react'
import type { Flow } from '../../../machines/flow.ts'
import type { Misbehaviour, ProviderProps } from '../desk/Provider.tsx'
import type { Control, Sandbox } from './sandbox.ts'

interface Options {
  flow: Flow
  misbehaviours: Misbehaviour[]
  sandbox?: Sandbox
  control?: Control
  /** Shows an address in the frame. */
  visit: (href: string) => void
  onProblem: (problem: string) => void
}

/**
 * The identity provider of a live sandbox as it lies on the desk. Where its address is typed by the reader, it misbehaves at
 * another address; elsewhere it misbehaves towards the whole sandbox.
 */
export function useProvider({ flow, misbehaviours, sandbox, control, visit, onProblem }: Options) {
  const [chosen, setChosen] = useState('')
  const isTyped = 'discovery-url.right' in flow.events
  const needs = new Set(Object.values(flow.events).flatMap(({ needs = [] }) => needs))
  const asksForAccount = needs.has('identity-provider')
  const registers = needs.has('admin-center')

  useEffect(() => {
    setChosen('')
    if (asksForAccount) control?.misbehave(null).catch(() => undefined)
  }, [control, asksForAccount])

  const provider = sandbox?.provider
  const discovery = chosen
    ? provider?.oidc.misbehavingUrl.replace('{id}', chosen)
    : provider?.oidc.discoveryUrl
  const onChoose = (id: string) => {
    setChosen(id)
    if (!isTyped) control?.misbehave(id || null).catch(({ message }: Error) => onProblem(message))
  }
  if (!provider || !(isTyped || asksForAccount || registers))
    return { discovery: discovery ?? '', card: undefined }
  const { entra, user, colleague, password } = provider
  const card: ProviderProps = {
    isTyped,
    ...(isTyped || asksForAccount ? { misbehaviours, chosen, onChoose } : {}),
    ...(isTyped
      ? {}
      : {
          accounts: {
            ...(registers ? { 'Cloud Administrator': entra.administrator } : {}),
            ...(asksForAccount ? (registers ? { Colleague: colleague } : { Account: user }) : {}),
            Password: password,
          },
        }),
    ...(registers ? { onOpen: () => visit(entra.adminCenter) } : {}),
    ...(registers && asksForAccount ? { onSignOut: () => visit(entra.signOut) } : {}),
  }
  return { discovery: discovery ?? '', card }
}
