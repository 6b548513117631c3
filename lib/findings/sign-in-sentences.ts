import { isolated } from '../core/isolated.ts'
import type { Finding } from './report.ts'
import type { FlowRole, Gate, Lane, SignInFlow } from './sign-in-flow.ts'

/** A gate in a few words, and what else there is to say of it. */
export function gateText({ by, rules, otherwise }: Gate): { title: string; detail: string } {
  const rest = otherwise === null ? '' : otherwises[otherwise]
  if (by === 'rules') return { title: rules === 1 ? '1 rule' : `${rules} rules`, detail: rest }
  return { ...gates[by], ...(by === 'token' && { detail: rest }) }
}

const otherwises = { Deny: 'otherwise deny', AuthenticatedRole: 'otherwise default role' } as const

const gates = {
  guest: { title: 'Guest role', detail: 'the same for all' },
  default: { title: 'Default role', detail: 'the same for all' },
  token: { title: 'Role from token', detail: '' },
  closed: { title: 'Closed', detail: 'nobody gets in' },
  unknown: { title: 'Not known', detail: 'roles not read' },
}

/** One part of the flow told in words, with what was found on it. */
type FlowSentence = { key: string; title: string; text: string; found: Finding[] }

/** The same facts as the picture: ways in, roles, and what concerns the whole pool. */
export function signInSentences(flow: SignInFlow): { ways: FlowSentence[]; roles: FlowSentence[]; found: Finding[] } {
  const roles = new Map(flow.roles.map((role) => [role.key, role]))
  return {
    ways: flow.lanes.map((lane) => ({
      key: lane.key,
      title: lane.title,
      text: [detailOf(lane), ...waysOf(lane, roles)].join(' '),
      found: [...lane.found.in, ...lane.found.out],
    })),
    roles: flow.roles.map(({ key, arn, name, detail, found }) => ({
      key,
      title: name,
      text: arn === null ? detail : `${detail}: ${arn}`,
      found,
    })),
    found: flow.found,
  }
}

function detailOf({ detail, tokenCheck }: Lane): string {
  if (tokenCheck === null) return `${isolated(detail)}.`
  return `${isolated(detail)}, ${tokenCheck ? 'tokens checked by the server' : 'no server-side token check'}.`
}

function waysOf({ gate, ways }: Lane, roles: ReadonlyMap<string, FlowRole>): string[] {
  const name = (key: string) => isolated(roles.get(key)?.name ?? key)
  const { title, detail } = gateText(gate)
  const targets = ways.map(({ to, by, rules }) => {
    const told = name(to)
    if (by === 'rules') return rules === 1 ? told : `${told} (${rules} rules)`
    return by === 'otherwise' ? `otherwise ${told}` : told
  })
  const says = `${title}${detail && `, ${detail}`}`
  if (ways.some(({ by }) => by === 'unused')) return [`${says}; the guest role would be ${targets.join(', ')}.`]
  return [targets.length === 0 ? `${says}.` : `${says} → ${targets.join(', ')}.`]
}
