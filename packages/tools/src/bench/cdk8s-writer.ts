import { readFileSync } from 'node:fs'
import { ApiObject, type ApiObjectProps, App, Chart, YamlOutputType } from 'cdk8s'

// The peer of the render bench, run as a process of its own: the objects of a rendered tree, one App per cluster, cdk8s's own writer.
const [objects = '', folder = ''] = process.argv.slice(2)
const clusters: Readonly<Record<string, readonly ApiObjectProps[]>> = JSON.parse(
  readFileSync(objects, 'utf8'),
)

for (const [cluster, own] of Object.entries(clusters)) {
  const app = new App({ outdir: `${folder}/${cluster}`, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE })
  const chart = new Chart(app, cluster)
  for (const [at, object] of own.entries()) new ApiObject(chart, `o${at}`, object)
  app.synth()
}
