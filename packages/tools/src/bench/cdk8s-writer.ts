import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s'

// The peer of the render bench, run as a process of its own: one App per cluster and cdk8s's own writer.
const [folder = '', clusters = '0', objects = '0'] = process.argv.slice(2)

for (let cluster = 0; cluster < Number(clusters); cluster++) {
  const app = new App({ outdir: `${folder}/w${cluster}`, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE })
  const chart = new Chart(app, `w${cluster}`)
  for (let at = 0; at < Number(objects); at++) {
    new ApiObject(chart, `o${at}`, {
      apiVersion: 'application-networking.k8s.aws/v1alpha1',
      kind: at % 2 === 0 ? 'ServiceExport' : 'TargetGroupPolicy',
      metadata: {
        name: `s${at}`,
        namespace: `team-${at % 5}`,
        labels: { 'espalier.dev/cluster': `w${cluster}`, 'espalier.dev/topology': 'big' },
        annotations: { 'application-networking.k8s.aws/federation': 'amazon-vpc-lattice' },
      },
      spec: { exportedPorts: [{ port: 80, routeType: 'HTTP' }] },
    })
  }
  app.synth()
}
