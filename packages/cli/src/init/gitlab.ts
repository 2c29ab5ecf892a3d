import { project } from './project.ts'
import type { Surroundings } from './surroundings.ts'
import { topologyOption } from './topology-option.ts'

/** The GitLab pipeline: the tree is what the topology says, and everything is where it belongs. */
export function gitlab({ topology }: Surroundings): string {
  const option = topologyOption(topology)
  return `\
# Who changes the topology renders it (espalier render) and commits both. A merge request passes when
# the tree is what the topology says and nothing is in the wrong place.
.espalier:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

espalier-check:
  extends: .espalier
  script:
    - npx --yes ${project.npm} render --check${option}

espalier-lint:
  extends: .espalier
  script:
    - npx --yes ${project.npm} lint --output gitlab=gl-code-quality-report.json --output junit=espalier.xml${option}
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: espalier.xml
`
}
