export const usage = `Usage: espalier init [options]

Writes what a repository needs to begin: a commented topology.yaml here, and in
the repository's root the CI workflow and the pre-commit configuration. A file
that exists is left alone; where topology.yaml is one of them, the others are
written for it. Nothing is asked.

  --account ID             the AWS account, 12 digits
  --region REGION          its region
  --vpc NAME=VPC           the VPC of a cluster; once for every cluster
  --example                fill in what is missing of these and the repository
                           by values that do not exist, to look at the result
  --engine NAME            argocd or flux (default: argocd)
  --provider NAME          vpc-lattice, the only one yet
  --name NAME              the topology's name (default: the folder's)
  --network NAME           the service network's name (default: the topology's)
  --config-cluster NAME    the cluster with the Gateway and the routes
                           (default: config)
  --workload-cluster NAME  a cluster with workloads; repeatable
                           (default: workload-1 and workload-2)
  --repository URL         this repository as the engine fetches it
                           (default: the address of the Git remote origin)
  --branch NAME            the branch that the engine follows
                           (default: the default branch of origin, else main)
  --path FOLDER            where the rendered tree goes (default: clusters)
  --ci NAME                github, gitlab or none (default: gitlab where the
                           repository's host says so, else github)
  --workflow NAME          pull-request: the tree is in the pull request
                           on-main: it follows in a pull request of its own,
                           for GitHub and without pre-commit hooks
                           (default: pull-request)
  --no-pre-commit          write no pre-commit configuration
`

export const options = {
  account: { type: 'string' },
  region: { type: 'string' },
  vpc: { type: 'string', multiple: true },
  example: { type: 'boolean' },
  engine: { type: 'string' },
  provider: { type: 'string' },
  name: { type: 'string' },
  network: { type: 'string' },
  'config-cluster': { type: 'string' },
  'workload-cluster': { type: 'string', multiple: true },
  repository: { type: 'string' },
  branch: { type: 'string' },
  path: { type: 'string' },
  ci: { type: 'string' },
  workflow: { type: 'string', default: 'pull-request' },
  'no-pre-commit': { type: 'boolean', default: false },
} as const
