import { group, type Source } from '@espalier/model'
import type { Remark, Tagged } from './fleet.ts'
import { folderOf } from './kustomization.ts'

/** The texts that only Helm can read, chart by chart. */
export interface Charts {
  readonly templates: ReadonlySet<Source>
  readonly remarks: readonly Remark[]
}

/** A chart is a folder with a Chart.yaml; those of its templates that hold `{{` are no manifests before Helm has rendered them. */
export function chartsAmong(tagged: readonly Tagged[]): Charts {
  const charts = new Map<string, Source>()
  for (const { source, rendered } of tagged)
    if (!rendered && /(^|\/)Chart\.yaml$/.test(source.file)) charts.set(folderOf(source.file), source)
  if (charts.size === 0) return { templates: new Set(), remarks: [] }
  const templates = [
    ...new Set(tagged.filter(({ rendered }) => !rendered).map(({ source }) => source)),
  ].flatMap(source => {
    const chart = chartOf(source.file, charts)
    return chart !== undefined && source.text.includes('{{') ? [{ source, chart }] : []
  })
  const remarks = [...group(templates, ({ chart }) => chart)].map(([chart, own]) => {
    const files = own.length === 1 ? '1 template' : `${own.length} templates`
    const message = `${files} of this chart ${own.length === 1 ? 'is' : 'are'} not linted, because only Helm can render them`
    return { at: { source: chart, doc: 0, path: [] }, message }
  })
  return { templates: new Set(templates.map(({ source }) => source)), remarks }
}

/** The Chart.yaml of the nearest chart among whose templates a file is. */
function chartOf(file: string, charts: ReadonlyMap<string, Source>): Source | undefined {
  for (let at = file.lastIndexOf('/templates/'); at >= 0; at = file.lastIndexOf('/templates/', at - 1)) {
    const chart = charts.get(file.slice(0, at))
    if (chart !== undefined) return chart
    if (at === 0) break
  }
  return file.startsWith('templates/') ? charts.get('') : undefined
}
