import { actions } from './actions.ts'
import { githubPlan } from './github-plan.ts'
import { githubStep } from './github-step.ts'
import type { Surroundings } from './surroundings.ts'
import { yamlText } from './yaml-text.ts'

/** The workflow for a repository whose pull requests carry the rendered tree: what is reviewed is what is deployed. */
export function githubPullRequest({ topology, branch }: Surroundings): string {
  return `\
# Who changes the topology renders it (espalier render) and commits both. A pull request passes when
# the tree is what the topology says and nothing is in the wrong place. The engine deploys the bytes
# that were reviewed.
name: espalier
on:
  pull_request:
  push:
    branches: [${yamlText(branch)}]

permissions: {}

jobs:
  verify:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    concurrency:
      group: espalier-verify-\${{ github.ref }}
      cancel-in-progress: \${{ github.event_name == 'pull_request' }}
    permissions:
      contents: read
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
      - name: The tree is what the topology says
${githubStep('check', topology)}\
      - name: Everything is where it belongs
        if: \${{ !cancelled() }}
${githubStep('lint', topology)}\
      # For alerts in the repository's Security tab: give the step above the input
      # sarif-file: espalier.sarif, this job the permission security-events: write, and add
      # - uses: ${actions.uploadSarif}
      #   if: \${{ !cancelled() }}
      #   with:
      #     sarif_file: espalier.sarif

${githubPlan(topology)}`
}
