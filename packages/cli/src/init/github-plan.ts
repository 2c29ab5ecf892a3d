import { actions } from './actions.ts'
import { githubStep } from './github-step.ts'

/** The job that says in a pull request what it will do. */
export function githubPlan(topology: string): string {
  return `\
  # What the change does, cluster by cluster, as one comment that is kept up to date. The token of a
  # pull request from a fork may not comment: there it is in the summary of the job.
  plan:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 10
    concurrency:
      group: espalier-plan-\${{ github.ref }}
      cancel-in-progress: true
    permissions:
      contents: read
      pull-requests: write # the comment
    steps:
      - uses: ${actions.checkout}
        with:
          fetch-depth: 0 # the plan compares with the commit that the pull request started from
          persist-credentials: false
      - name: What changes in which cluster
${githubStep('plan', topology, ['comment: true', `token: \${{ github.token }}`])}`
}
