import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { compose } from './src/yaml/compose.ts'
import { defaultLimits } from './src/yaml/read.ts'
import { readComposed } from './src/yaml/read-composed.ts'
import { readFast } from './src/yaml/read-fast.ts'
import { documents, nearDocuments, scraps } from './test/yaml-fast-styles.ts'
const seed = Number(process.argv[3]); const arb = process.argv[2]==='near'?nearDocuments:process.argv[2]==='scraps'?scraps:documents
let n=0,f=0,inv=0
const give: string[]=[]
const ok=(text:string)=>{ n++; const fast=readFast(text); if(!fast){ if(give.length<4000) give.push(text); return true } f++
 const {documents:d,faults}=readComposed({file:'a',text},compose(text).documents,defaultLimits)
 const slow=d.map(({value,ambiguous})=>({value,ambiguous}))
 if(faults.length) throw new Error('faults '+faults.map(x=>x.message))
 if(!isDeepStrictEqual(fast,slow)||JSON.stringify(fast)!==JSON.stringify(slow)) throw new Error('fast '+JSON.stringify(fast)+' slow '+JSON.stringify(slow))
 return true }
const t=performance.now()
try { fc.assert(fc.property(arb,ok),{numRuns:Number(process.argv[4]),seed}) } catch(e){ console.log((e as Error).message.slice(0,1500), (e as any).cause?.message) }
console.log(n,f/n, 'ms/run',(performance.now()-t)/n)
if (process.argv[5]) { let bad=0; for (const text of give.slice(0,400)) { const {faults}=readComposed({file:'a',text},compose(text).documents,defaultLimits); if (faults.length) {bad++; if (bad<4) console.log('INVALID', JSON.stringify(text), faults[0]!.message)} else if (Math.random()<0.03) console.log('GAVEUP', JSON.stringify(text))}; console.log('invalid of gave up', bad, Math.min(400,give.length)) }
