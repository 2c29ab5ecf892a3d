import type { Remark } from '../fleet/fleet.ts'
import { whatIsMissing } from '../fleet/manifest.ts'
import { isFiltered } from './is-filtered.ts'
import { baseOf } from './path.ts'
import type { Survey } from './survey.ts'

/** What Argo CD cannot do anything with in a plain directory: JSON that is no manifest. YAML that is none it passes over. */
export function strayJson(survey: Survey, files: readonly string[]): readonly Remark[] {
  return files.filter(file => file.endsWith('.json')).flatMap(file => straysIn(survey, file))
}

/** What Flux cannot build in a folder without a kustomization.yaml: YAML that is no manifest. */
export function strayYaml(survey: Survey, folder: string, files: readonly string[]): readonly Remark[] {
  if (isFiltered(survey, folder)) return []
  return files.filter(file => !isLeftOut(baseOf(file))).flatMap(file => straysIn(survey, file))
}

// source-controller leaves files of CI systems and tools out, whose names it lists; those without a dot have no other use.
function isLeftOut(name: string): boolean {
  return (
    name.startsWith('.') ||
    ['appveyor.yml', 'cloudbuild.yaml', 'codeship-services.yml', 'codeship-steps.yml'].includes(name)
  )
}

function straysIn(survey: Survey, file: string): readonly Remark[] {
  const { documents = [], faults = [] } = survey.documents(file) ?? {}
  if (faults.length > 0) return []
  return documents.flatMap(({ value, place }) => {
    const message = whatIsMissing(value)
    return message === '' ? [] : [{ at: place, message }]
  })
}
