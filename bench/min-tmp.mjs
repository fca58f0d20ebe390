import { rolldown } from "rolldown";
const b = await rolldown({ input: process.argv[2], external: /phone-number-client|openapi-fetch/, platform: "browser", logLevel:"silent" });
const { output } = await b.generate({ minify: true });
console.log(output[0].code.length);
console.log(output[0].code);
