import { rolldown } from "rolldown";
import { brotliCompressSync } from "node:zlib";
const dir = process.argv[2];
for (const [f] of [["browser.js"],["index.js"]]) {
  const b = await rolldown({ input: "virtual", plugins:[{name:"v",resolveId(i){ if(i==="virtual") return "\0v"; }, load(i){ if(i==="\0v") return `export { createPhoneNumberClient } from ${JSON.stringify(dir+"/dist/"+f)}`; }}], platform: "browser", logLevel:"silent" });
  const { output } = await b.generate({ minify: true });
  const code = output[0].code;
  console.log(f, code.length, brotliCompressSync(code).length);
  if (process.argv[3]) console.log(Object.entries(output[0].modules).map(([k,v])=>k.split("/").slice(-2).join("/")+" "+v.renderedLength));
}
