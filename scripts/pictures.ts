/** Takes the README’s pictures: `npm run build && npm run pictures`. */
import { join } from "node:path";
import { takePictures } from "./take-pictures.ts";

for (const path of await takePictures(join(import.meta.dirname, "../docs/pictures"))) console.log(path);
