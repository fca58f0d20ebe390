import { mount } from "svelte";
import CountryCount from "./country-count.svelte";

const target = document.getElementById("app");
if (target) mount(CountryCount, { target });
