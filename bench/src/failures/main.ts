import { startGateway } from "./gateway.ts";
import { clients, installPeers } from "./peers.ts";
import { rows } from "./rows.ts";

// What clients with a token layer of their own do when things go wrong, as a Markdown table.
process.on("unhandledRejection", () => {});
installPeers();
console.log(`Node ${process.version}\n`);
const names = Object.keys(clients);
console.log(`| failure | counted | wanted | ${names.join(" | ")} |`);
console.log(`| ${["-", "-", "-", ...names.map(() => "-")].join(" | ")} |`);
for (const { failure, counted, want, run } of rows) {
  const cells: string[] = [];
  for (const create of Object.values(clients)) {
    const gateway = await startGateway();
    const call = await create(gateway);
    cells.push(await run(call, gateway).catch((error: Error) => `did not run: ${error.message.slice(0, 60)}`));
    gateway.close();
  }
  console.log(`| ${failure} | ${counted} | ${want} | ${cells.join(" | ")} |`);
}
process.exit();
