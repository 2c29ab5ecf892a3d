import { type KubeObject, within } from '@espalier/model'
import { field, isRecord, list, record, text } from '../../fleet/fields.ts'
import type { Application } from '../application-plans.ts'
import { type EngineObject, engineTitle } from '../engine-objects.ts'
import { fill } from './fill.ts'
import { type Generating, generate } from './generators.ts'
import type { Params } from './params.ts'

/** The Applications that an ApplicationSet makes, or why they are not known. */
export type Made = { readonly applications: readonly Application[] } | { readonly unknown: string }

export function applicationsOf(by: EngineObject, planning: Omit<Generating, 'isGo'>): Made {
  const isGo = field(by.object, 'spec', 'goTemplate') === true
  const spec = record(by.object.spec)
  // A patch may change everything; one that speaks of neither end does not matter here.
  if (/destination|source|path|repoURL/.test(text(spec.templatePatch) ?? ''))
    return { unknown: 'its templatePatch may change where it delivers' }
  const applications: Application[] = []
  for (const generator of list(spec.generators)) {
    const made = generate(generator, { ...planning, isGo })
    if ('unknown' in made) return made
    const own = ownTemplate(generator)
    applications.push(
      ...made.params.map(params => applicationOf(by, overlaid(spec.template, own), params, isGo)),
    )
  }
  return { applications }
}

/** The template in a generator, which counts before that of the set. */
function ownTemplate(generator: unknown): unknown {
  const [kind = ''] = Object.keys(record(generator)).filter(key => key !== 'selector')
  return field(generator, kind, 'template')
}

function overlaid(template: unknown, own: unknown): unknown {
  if (!isRecord(own) || !isRecord(template)) return own ?? template
  const keys = [...new Set([...Object.keys(template), ...Object.keys(own)])]
  return Object.fromEntries(keys.map(key => [key, overlaid(template[key], own[key])]))
}

function applicationOf(by: EngineObject, template: unknown, params: Params, isGo: boolean): Application {
  const filled = fill(template, params, isGo)
  const namespace = text(by.object.metadata.namespace)
  const name = text(field(filled, 'metadata', 'name')) ?? by.object.metadata.name
  const object: KubeObject = {
    apiVersion: by.object.apiVersion,
    kind: 'Application',
    metadata: { ...record(field(filled, 'metadata')), name, ...(namespace && { namespace }) },
    spec: field(filled, 'spec'),
  }
  const title = `${engineTitle(object)}, made by ${engineTitle(by.object)},`
  return { by, object, at: within(by.at, 'spec', 'template', 'spec'), title }
}
