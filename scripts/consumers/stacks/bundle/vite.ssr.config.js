export default {
  ssr: { noExternal: true },
  build: { rolldownOptions: { output: { format: "cjs", entryFileNames: "handler.cjs" } } },
};
