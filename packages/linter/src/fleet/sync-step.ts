import type { Source } from '@espalier/model'
import { field, text } from './fields.ts'
import type { Entry } from './fleet.ts'

const prefix = 'argocd.argoproj.io/'

/** When in a sync Argo CD applies an object: phases one after the other, in each its waves. */
export interface SyncStep {
  readonly phase: number
  readonly wave: number
}

const phases: Readonly<Record<string, number>> = { PreSync: -1, Sync: 0, PostSync: 1 }

/** Undefined for an object that no sync applies, or not just once. Source: argo-cd@v3.5.1 gitops-engine/pkg/sync/sync_tasks.go. */
export function syncStep(entry: Entry): SyncStep | undefined {
  const wave = argocdAnnotation(entry, 'sync-wave') ?? ''
  const hooks = (argocdAnnotation(entry, 'hook') ?? 'Sync').split(',').map(hook => hook.trim())
  const [phase, another] = hooks.flatMap(hook => phases[hook] ?? [])
  if (phase === undefined || another !== undefined) return undefined
  return { phase, wave: /^[+-]?\d+$/.test(wave) ? Number(wave) : 0 }
}

/** True where the first of two steps is over before the second begins. */
export function isBefore(one: SyncStep, other: SyncStep): boolean {
  return one.phase < other.phase || (one.phase === other.phase && one.wave < other.wave)
}

/** `wave 2`, or `phase PostSync`. */
export function stepTitle({ phase, wave }: SyncStep): string {
  const name = Object.keys(phases).find(one => phases[one] === phase)
  return phase === 0 ? `wave ${wave}` : `phase ${name}`
}

/** An annotation that Argo CD reads. */
export function argocdAnnotation({ object }: Pick<Entry, 'object'>, key: string): string | undefined {
  return text(field(object.metadata, 'annotations', prefix + key))
}

/** False where no object of a text can be in a step of its own. */
export function mayHaveSteps({ text }: Source): boolean {
  return text.includes(`${prefix}sync-wave`) || text.includes(`${prefix}hook`)
}
