import type { Answers } from './answers.ts'
import { engineText } from './engine-text.ts'
import { yamlText } from './yaml-text.ts'

/**
 * The topology.yaml of some answers. A line that begins with # and no space after it is an example: it is valid without the #. What
 * a user typed stands in comments only as YAML on one line, since a line end would end them.
 */
export function topologyText(answers: Answers): string {
  const { name, network, account, region, config, workloads, example } = answers
  const [first = config] = workloads
  const names = workloads.map(one => yamlText(one.name))
  return `\
# One environment: its clusters, the service network that joins them, their services and routes.
# A line that begins with # and no space is an example: take the # away, and it holds.
# espalier render writes what each cluster must hold; espalier lint says what is in the wrong place.
apiVersion: espalier.dev/v1
kind: Topology
# A part of every label and name that is rendered: another name later means other objects.
name: ${yamlText(name)}

${engineText(answers)}
${example ? exampleWarning : ''}# Where every cluster is, unless it says otherwise itself. The quotes keep leading zeros.
aws: {account: ${JSON.stringify(account)}, region: ${yamlText(region)}}

# The VPC Lattice service network. Its name is the one Gateway's too: the controller finds it by that.
serviceNetwork:
  name: ${yamlText(network)}
  namespace: lattice-gateway
  # It has to exist in AWS, unless the config cluster's controller shall create it.
  #create: true
  # Without listeners there is one: http on port 80.
  #listeners:
    #- {name: http, protocol: HTTP, port: 80}
    #- {name: https, protocol: HTTPS, port: 443}
  # Without a role the controller takes the one of its Pod Identity association or of its node.
  #controller:
    #roleArn: ${yamlText(`arn:aws:iam::${account}:role/gateway-api-controller`)}

# One cluster has the role config: it holds the Gateway, the routes and the imports. The others run
# workloads, and export their services.
clusters:
  - name: ${yamlText(config.name)}
    role: config
    aws: {vpc: ${yamlText(config.vpc)}}
${workloads
  .map(
    one => `\
  - name: ${yamlText(one.name)}
    role: workload
    aws: {vpc: ${yamlText(one.vpc)}}
`,
  )
  .join('')}\
  #- name: one-more
    #role: workload
    #aws: {vpc: vpc-0123456789abcdef0}
    #labels: {env: prod}

# What routes can reach. Its Service and its Pods are delivered by its team; here is where it runs.
services:
  - name: hello
    namespace: default
    clusters: [${names.join(', ')}]
    port: 80
    #healthCheck: {path: /healthz}
    # Delivered from this folder of the repository by the same engine; without it, by someone else.
    #source: apps/hello
  #- name: orders
    #namespace: shop
    #clusters: [${yamlText(first.name)}]
    #port: 80

# Rendered into the config cluster. Each route becomes one Lattice service.
routes:
  - name: hello
    namespace: default
    # A domain of your own; without it, the name that Lattice gives the service.
    #hostnames: [hello.example.com]
    rules:
      # Without a cluster: every cluster that runs hello, in equal shares.
      - match: {path: /hello}
        to: hello
      # A new cluster begins with a small share.
      #- match: {path: /canary}
        #to:
${workloads.map((one, at) => `          #- {service: hello, cluster: ${yamlText(one.name)}, weight: ${at === 0 ? 90 : 10}}\n`).join('')}\

# Manifests that teams write by hand, so that lint holds them against this file as well.
#lint:
  #clusters:
    #${yamlText(first.name)}: {files: [${JSON.stringify(`apps/${first.name}/**/*.yaml`)}]}
`
}

const exampleWarning = `\
# EXAMPLE: neither this account nor the VPCs and the repository exist. Name yours before anything is applied.
`
