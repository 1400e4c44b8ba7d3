import * as fc from "fast-check";
import { expect, it } from "vitest";
import { selectBest } from "../../../../../utils/search/index/query/rank-passages.ts";

it("selects the same passages as sorting all of them", () => {
  const worth = fc.array(
    fc.record({ score: fc.nat({ max: 50 }), isShown: fc.boolean(), isFirst: fc.nat(20) }),
    {
      maxLength: 2000,
      size: "max",
    },
  );
  fc.assert(
    fc.property(worth, fc.constantFrom(0, 1, 10, 300, Infinity), (all, limit) => {
      const isFirst = (i: number) => all[i]!.isFirst === 0;
      const found = selectBest(
        Float64Array.from(all, ({ score }) => score),
        limit,
        (i) => all[i]!.isShown,
        isFirst,
      );
      const sorted = all
        .flatMap(({ isShown }, i) => (isShown ? [i] : []))
        .toSorted(
          (a, b) => Number(isFirst(b)) - Number(isFirst(a)) || all[b]!.score - all[a]!.score || a - b,
        );
      expect(found).toEqual(sorted.slice(0, limit));
    }),
  );
});
