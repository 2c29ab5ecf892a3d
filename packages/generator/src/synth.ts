import { identity, type KubeObject } from '@espalier/model'
import type { ApiObject, App, Chart } from 'cdk8s'

/** The parts of cdk8s that synthesis needs; an extension brings its own copy, for two in one process do not know each other's objects. */
export interface Toolkit {
  readonly ApiObject: typeof ApiObject
  readonly App: typeof App
  readonly Chart: typeof Chart
}

/** Loaded on demand: only extensions need cdk8s, and it takes longer to load than most topologies to render. */
export async function bundledToolkit(): Promise<Toolkit> {
  return (await import('./bundled-toolkit.ts')).toolkit
}

/** The objects of one cluster as a cdk8s App with one Chart. */
export interface Synthesis {
  readonly chart: Chart
  /** Everything in the App, nested charts included, in the order it was added. */
  objects(): readonly KubeObject[]
}

export function synth(cluster: string, objects: readonly KubeObject[], toolkit: Toolkit): Synthesis {
  const app = new toolkit.App()
  // A prefix, since constructs keeps children in a plain object, where a cluster named constructor would seem to be one already.
  const chart = new toolkit.Chart(app, `cluster-${cluster}`, { disableResourceNameHashes: true })
  // `/` would be folded into the id by constructs, and two objects could meet in one.
  for (const object of objects)
    new toolkit.ApiObject(chart, identity(object).replaceAll('/', '|'), { ...object })
  return { chart, objects: () => app.charts.flatMap(one => one.toJson() as KubeObject[]) }
}
