import { identity, type KubeObject } from '@espalier/model'
import { ApiObject, App, Chart } from 'cdk8s'

/** Passes the objects of one cluster through a cdk8s App with one Chart; the order of the result is that of the objects. */
export function synth(cluster: string, objects: readonly KubeObject[]): readonly KubeObject[] {
  const app = new App()
  const chart = new Chart(app, cluster, { disableResourceNameHashes: true })
  // `/` would be folded into the id by constructs, and two objects could meet in one.
  for (const object of objects) new ApiObject(chart, identity(object).replaceAll('/', '|'), { ...object })
  return app.charts.flatMap(one => one.toJson() as KubeObject[])
}
