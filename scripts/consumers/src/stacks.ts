import type { Stack } from "./stack.ts";

const NODE_TYPES = "@types/node@24.19.2";
const TYPESCRIPT = "typescript@5.9.3";
const BABEL = "@babel/preset-typescript@7.29.7";
const ESM = { type: "module" };

/** A backend as its guide shows it, compiled as `tsc --init` sets it up. */
function backend(name: string, page: string, program: string, packages: readonly string[]): Stack {
  return {
    name,
    tried: "the guide's server: compiled, run, asked for tokens; a revoked one is replaced",
    packages: [...packages, NODE_TYPES, TYPESCRIPT],
    guide: `auth/${page}.md`,
    examples: [`${program}.ts`],
    folders: ["backend"],
    manifest: ESM,
    commands: ["npx tsc --init --types node --outDir dist", "npx tsc", `node check.mjs dist/${program}.js`],
  };
}

/** A Node program, bundled in one file, as for AWS Lambda. */
function bundler(name: string, packages: readonly string[], command: string, isShort = false): Stack {
  return {
    name,
    tried: "a CommonJS bundle for Lambda: nothing is required at run time, and it calls the API",
    packages,
    folders: ["bundle"],
    manifest: ESM,
    commands: [command, "node check.js"],
    isShort,
  };
}

function jest(major: number, version: string): Stack {
  return {
    name: `Jest ${version}`,
    tried: "the guide's tests, in Node and under jsdom",
    packages: [`jest@${version}`, `jest-environment-jsdom@${major}`, "jest-fixed-jsdom@0.0.11", BABEL, "msw@2.15.0"],
    guide: "testing/jest.md",
    folders: ["jest"],
    commands: ["node take-settings.js", "npm test"],
  };
}

/** A guide whose code is compiled only: its program needs a browser, or a project of its own. */
function compiled(name: string, guide: string, packages: readonly string[]): Stack {
  return {
    name,
    tried: "the guide's code compiles",
    packages: [...packages, NODE_TYPES, TYPESCRIPT],
    guide,
    folders: ["vite"],
    manifest: ESM,
    commands: ["npx tsc --project tsconfig.json"],
  };
}

function commonJs(version: string, isShort: boolean): Stack {
  return {
    name: `Node ${version}, CommonJS`,
    tried: "`require()` of every entry, and a call",
    packages: [`node-linux-${process.arch}@${version}`, ...(isShort ? [] : ["msw@2.15.0"])],
    folders: ["commonjs"],
    commands: [`node_modules/node-linux-${process.arch}/bin/node check.cjs`],
    isShort,
  };
}

const REACT = ["react@19.3.1", "react-dom@19.3.1", "@types/react@19.3.0"];

/** All that `pnpm consumers` tries. */
export const stacks: readonly Stack[] = [
  {
    name: "Next.js 16.4.6",
    tried: "the guide's app: built without credentials, run; its list is rendered at each request",
    packages: ["next@16.4.6", ...REACT, TYPESCRIPT, NODE_TYPES],
    guide: "auth/next.md",
    folders: ["next"],
    commands: ["node check.mjs"],
  },
  compiled("React Router 8.5.1", "auth/react-router.md", ["react-router@8.5.1", ...REACT]),
  backend("Express 5.3.0", "express", "express-server", [
    "express@5.3.0",
    "@types/express@5.0.6",
    "@hono/node-server@2.1.9",
  ]),
  backend("Hono 4.13.19", "hono", "hono-server", ["hono@4.13.19", "@hono/node-server@2.1.9"]),
  backend("Fastify 5.12.8", "fastify", "fastify-server", ["fastify@5.12.8"]),
  backend("Koa 3.3.0", "koa", "koa-server", ["koa@3.3.0", "@types/koa@3.0.3", "@hono/node-server@2.1.9"]),
  {
    name: "NestJS 12.5.1",
    tried: "the guide's provider and token handler in a controller: compiled, run; a revoked token is replaced",
    packages: [
      ...["@nestjs/common", "@nestjs/core", "@nestjs/platform-express"].map((name) => `${name}@12.5.1`),
      ...["reflect-metadata@0.2", "rxjs@7", "@types/express@5.0.6", NODE_TYPES, TYPESCRIPT],
    ],
    guide: "auth/nest.md",
    folders: ["backend", "nest"],
    commands: ["npx tsc", "node check.mjs dist/main.js"],
  },
  jest(29, "29.7.0"),
  jest(30, "30.5.2"),
  {
    name: "Jest 30.5.2, CommonJS",
    tried: "a test that Babel turns into `require`, with the option of the guide",
    packages: ["jest@30.5.2", BABEL, "@babel/preset-env@7", "msw@2.15.0"],
    folders: ["jest-commonjs"],
    commands: ["npm test"],
  },
  {
    name: "Vitest 5.1.1",
    tried: "the guide's tests",
    packages: ["vitest@5.1.1", "msw@2.15.0", NODE_TYPES, TYPESCRIPT],
    guide: "testing/vitest.md",
    folders: ["vite"],
    manifest: ESM,
    commands: ["npx tsc --project tsconfig.json", "npx vitest run"],
  },
  compiled("Playwright 1.65.1", "testing/playwright.md", ["@playwright/test@1.65.1"]),
  compiled("Storybook 10.6.7", "testing/storybook.md", [
    "storybook@10.6.7",
    "@storybook/react-vite@10.6.7",
    "vite@8.3.8",
    "msw@2.15.0",
    ...REACT,
  ]),
  compiled("Cypress 15.3.0", "testing/cypress.md", ["cypress@15.3.0"]),
  {
    name: "Vue 3.5.45",
    tried: "a component that calls the API: type-checked, built by Vite without the credentials' code",
    packages: ["vue@3.5.45", "vite@8.3.8", "@vitejs/plugin-vue", "vue-tsc", TYPESCRIPT],
    folders: ["page", "vue"],
    manifest: ESM,
    commands: ["npx vue-tsc --noEmit", "npx vite build", "node check.js"],
  },
  {
    name: "Svelte 5.57.3",
    tried: "a component that calls the API: type-checked, built by Vite without the credentials' code",
    packages: ["svelte@5.57.3", "vite@8.3.8", "@sveltejs/vite-plugin-svelte", "svelte-check", TYPESCRIPT],
    folders: ["page", "svelte"],
    manifest: ESM,
    commands: ["npx svelte-check --fail-on-warnings", "npx vite build", "node check.js"],
  },
  bundler(
    "esbuild 0.28.2",
    ["esbuild@0.28.2"],
    "npx esbuild handler.js --bundle --platform=node --format=cjs --outfile=dist/handler.cjs",
    true,
  ),
  bundler(
    "Rollup 4.68.8",
    ["rollup@4.68.8", "@rollup/plugin-node-resolve@16"],
    "npx rollup handler.js --plugin node-resolve --format cjs --file dist/handler.cjs --failAfterWarnings",
  ),
  bundler("webpack 5.112.2", ["webpack@5.112.2"], "node webpack.js"),
  bundler(
    "Vite 8.3.8, for a server",
    ["vite@8.3.8"],
    "npx vite build --ssr handler.js --config vite.ssr.config.js --logLevel warn",
  ),
  {
    name: "Metro 0.87.1",
    tried: "a bundle as of React Native's: without the credentials' code",
    packages: ["metro@0.87.1", "metro-runtime@0.87.1", "@babel/core@7", "@react-native/babel-preset@0.88.1"],
    folders: ["metro"],
    commands: ["node check.cjs"],
  },
  commonJs("20.19.0", true),
  commonJs("22.19.0", false),
  {
    name: "npx",
    tried: "the mock's command from an empty folder; a client without options but its address calls it",
    packages: [],
    folders: ["npx"],
    commands: ["node check.mjs"],
    isShort: true,
  },
];
