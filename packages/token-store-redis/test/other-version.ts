import { registerHooks } from "node:module";

// Preloaded, makes the release of this process another one, which stores otherwise than that beside it.

/** Where the build has put the version of what is stored. */
const HERE = /(?<=`m800(?::token:| token store ))\d+/g;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const source = String(loaded.source ?? "");
    const other = source.replace(HERE, "99");
    return other === source ? loaded : { ...loaded, source: other };
  },
});
