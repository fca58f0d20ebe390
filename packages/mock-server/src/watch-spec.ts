import { watch } from "node:fs";
import { dirname } from "node:path";

/**
 * Calls back when a document may have changed, or a file that it refers to: any of YAML or JSON in its folder or below.
 *
 * @returns what ends it.
 */
export function watchSpec(path: string, onChange: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  // The folder, since editors put a new file in the place of the old.
  const watcher = watch(dirname(path), { recursive: true }, (_event, file) => {
    if (!file || !/\.(ya?ml|json)$/i.test(file) || file.includes("node_modules")) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(onChange);
    }, SETTLE_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** A file is written in several steps. */
const SETTLE_MS = 50;
