import { expect, it } from "vitest";
import { isAllowedLicence, listForbiddenPackages } from "../../scripts/check-licences.ts";

it("allows an expression that offers an allowed licence", () => {
  expect(["MIT", "MPL-2.0", "(GPL-3.0 OR MIT)"].map(isAllowedLicence)).toEqual([true, true, true]);
  expect(["GPL-3.0", "MIT AND GPL-3.0", "", null].map(isAllowedLicence)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it("finds forbidden licences among nested production dependencies, and ignores all others", () => {
  const packages = {
    "": { version: "1.0.0", dependencies: { a: "1" }, devDependencies: { tool: "1" } },
    "node_modules/a": { version: "1.0.0", license: "MIT", dependencies: { b: "2" } },
    "node_modules/a/node_modules/b": { version: "2.0.0", license: "GPL-3.0" },
    "node_modules/b": { version: "1.0.0", license: "MIT" },
    "node_modules/tool": { version: "1.0.0", license: "GPL-3.0" },
  };
  expect(listForbiddenPackages({ packages })).toEqual(["b 2.0.0: GPL-3.0"]);
});
