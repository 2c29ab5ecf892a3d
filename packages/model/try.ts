import { readFileSync, readdirSync } from 'node:fs'
import { compose } from './src/yaml/compose.ts'
import { readFast } from './src/yaml/read-fast.ts'
import { readYaml } from './src/yaml/read.ts'
import { isDeepStrictEqual } from 'node:util'
let n=0, f=0
for (const d of ['fixtures','policies']) for (const e of readdirSync('/work/main/'+d,{recursive:true,withFileTypes:true})) {
  if (!e.isFile()|| !/\.ya?ml$/.test(e.name)) continue
  const p = e.parentPath+'/'+e.name
  const text = readFileSync(p,'utf8')
  const fast = readFast(text); n++
  if (!fast) { f++; console.log('fallback', p); continue }
  const slow = readYaml({file:'a',text})
  if (!isDeepStrictEqual(slow.documents.map(({value,ambiguous})=>({value,ambiguous})), fast) || slow.faults.length) console.log('DIFF', p, JSON.stringify(fast), JSON.stringify(slow.documents.map(d=>d.value)))
}
console.log(n,f)
const texts = readdirSync('/work/main/fixtures/render',{recursive:true,withFileTypes:true}).filter(e=>e.isFile()&&/expected/.test(e.parentPath)&&/\.yaml$/.test(e.name)).map(e=>readFileSync(e.parentPath+'/'+e.name,'utf8'))
const one = texts.join('---\n')
let big=''; while(big.length<8e6) big+=one+'---\n'
big = Buffer.from(big).toString()
for (let i=0;i<8;i++){ const t=performance.now(); const r=readFast(big); const ms=performance.now()-t; console.log('whole', r?.length, (big.length/ms/1000).toFixed(1),'MB/s')}
let bytes=0; const N=60
for (let i=0;i<4;i++){bytes=0; const t=performance.now(); for(let k=0;k<N;k++) for (const x of texts){ readFast(x); bytes+=x.length}; const ms=performance.now()-t; console.log('files', (bytes/ms/1000).toFixed(1))}
