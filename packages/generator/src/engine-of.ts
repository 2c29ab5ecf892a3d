import type { Model } from '@espalier/model'
import type { Engine } from './engine.ts'
import { engines } from './registry.ts'

/** The engine that a topology names. */
export function engineOf(model: Model): Engine {
  const engine = engines.find(one => one.name === model.gitops.engine)
  if (engine === undefined) throw new Error(`no engine ${model.gitops.engine}`)
  return engine
}
