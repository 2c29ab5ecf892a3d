import { field, list, record, text } from '../fleet/fields.ts'
import { folderOf, isKustomization } from '../fleet/kustomization.ts'
import type { EngineObject } from './engine-objects.ts'
import { kustomizationFiles } from './kustomization-files.ts'
import { pathFrom } from './path.ts'
import type { Survey } from './survey.ts'

const ends = /destination|kubeConfig|sourceRef|repoURL|\/spec\/(path|source)|^\s*(- )?path:\s*[^\s/]/m
const names = ['kustomization.yaml', 'kustomization.yml']

/** Objects of engines whose path or cluster a kustomization may set otherwise than they are written, with its file. */
export function patchedObjects(
  objects: readonly EngineObject[],
  survey: Survey,
): ReadonlyMap<EngineObject, string> {
  const patched = new Map<EngineObject, string>()
  for (const [folder, { files }] of survey.folders) {
    const name = names.find(one => files.includes(one))
    if (name === undefined) continue
    const file = folder === '' ? name : `${folder}/${name}`
    const value = survey.documents(file)?.documents[0]?.value
    if (!isKustomization(value, file) || !ends.test(patchText(survey, value, folderOf(file)))) continue
    const reached = new Set(kustomizationFiles(survey, folder).files)
    for (const object of objects) if (reached.has(object.path)) patched.set(object, file)
  }
  return patched
}

/** All that the patches of a kustomization say, inline or in files. */
function patchText(survey: Survey, value: unknown, folder: string): string {
  const patches = ['patches', 'patchesJson6902'].flatMap(name => list(field(value, name)))
  const merged = list(field(value, 'patchesStrategicMerge')).flatMap(one => text(one) ?? [])
  const inline = [...patches.flatMap(patch => text(record(patch).patch) ?? []), ...merged]
  const files = [...patches.flatMap(patch => text(record(patch).path) ?? []), ...merged]
  const others = ['replacements', 'transformers'].flatMap(name => field(value, name) ?? [])
  if (inline.length + files.length + others.length === 0) return ''
  const texts = files
    .filter(path => !path.includes('\n'))
    .flatMap(path => {
      const target = pathFrom(folder, path)
      return target === undefined ? [] : (survey.repository.read(target)?.text ?? [])
    })
  return [...inline, ...texts, JSON.stringify(others)].join('\n')
}
