import { createApp } from "vue";
import CountryCount from "./country-count.vue";

createApp(CountryCount).mount("#app");
