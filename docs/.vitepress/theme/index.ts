import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { createTryOut, TRY_OUT } from "./create-try-out.ts";
import "./style.css";
import TryOperation from "./try-operation.vue";

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component("TryOperation", TryOperation);
    app.provide(TRY_OUT, createTryOut());
  },
};

export default theme;
