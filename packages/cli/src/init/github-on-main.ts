import { actions } from './actions.ts'
import { githubPlan } from './github-plan.ts'
import { project } from './project.ts'
import type { Surroundings } from './surroundings.ts'
import { topologyOption } from './topology-option.ts'
import { yamlText } from './yaml-text.ts'

/** The workflow for a repository where people change the topology only: the tree follows in a pull request of its own. */
export function githubOnMain({ topology, path, branch }: Surroundings): string {
  const option = topologyOption(topology)
  return `\
# Who changes the topology commits the topology alone. Once that is on ${branch}, this renders the tree and
# opens a pull request with it, or brings the one that is open up to date; merging it deploys.
#
# Settings > Actions > General must allow GitHub Actions to create pull requests. What GITHUB_TOKEN
# opens starts no workflow until somebody with write access selects "Approve workflows to run". Where
# checks are required, store a token of a GitHub App (contents and pull requests: write) as the secret
# ESPALIER_TOKEN: its pull requests start them at once.
name: espalier
on:
  pull_request:
  push:
    branches: [${yamlText(branch)}]
    paths-ignore: ['${path.replaceAll('+', '\\+')}/**'] # a merged tree is no reason to render again

permissions: {}

jobs:
${githubPlan(topology)}
  render:
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    timeout-minutes: 10
    concurrency:
      group: espalier-render # one at a time; of those that wait only the newest is kept
      cancel-in-progress: false
    permissions:
      contents: write # the branch espalier/render
      pull-requests: write # the pull request from it
    steps:
      - uses: ${actions.checkout}
        with:
          ref: ${yamlText(branch)} # as it is now, not as it was when this run was queued
          persist-credentials: false
      - uses: ${actions.setupNode}
        with:
          node-version: 22
          package-manager-cache: false
      - run: npx --yes ${project.npm} render${option}
      - run: npx --yes ${project.npm} lint${option}
      - name: Open the pull request, or bring it up to date
        env:
          BASE: ${yamlText(branch)}
          BRANCH: espalier/render
          GH_TOKEN: \${{ secrets.ESPALIER_TOKEN || github.token }}
        run: |
          git add --all
          ours='map(select(.isCrossRepository | not)) | .[0].number // empty'
          open=$(gh pr list --head "$BRANCH" --base "$BASE" --json number,isCrossRepository --jq "$ours")
          if git diff --cached --quiet; then
            echo "The tree on $BASE is what the topology says."
            if [ -n "$open" ]; then gh pr close "$open" --comment "$BASE is rendered already."; fi
            exit 0
          fi
          git config user.name 'github-actions[bot]'
          git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
          git switch --quiet --create "$BRANCH"
          git commit --quiet --message "Render the topology of $(git rev-parse --short HEAD)"
          gh auth setup-git
          git push --quiet --force origin "$BRANCH"
          if [ -z "$open" ]; then
            gh pr create --head "$BRANCH" --base "$BASE" --title 'Render the topology' \\
              --body "What the topology on $BASE says, rendered. Merging this deploys it."
          fi
`
}
