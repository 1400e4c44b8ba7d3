import type { StoredLibrary } from "./read-library.ts";

/** What the library must contain by what it reported. */
export class ExpectedLibrary {
  /** Whether an episode is in the library; null while that is unknown, because a change of it was not answered. */
  readonly #listed = new Map<string, boolean | null>();

  get count(): number {
    return [...this.#listed.values()].filter(Boolean).length;
  }

  /** Lists the episodes that are known to be in the library. */
  listPresent(): string[] {
    return [...this.#listed].flatMap(([id, listed]) => (listed ? [id] : []));
  }

  /** A change was asked for. */
  start(id: string): void {
    this.#listed.set(id, null);
  }

  /** A change was reported as done. */
  finish(id: string, isListed: boolean): void {
    this.#listed.set(id, isListed);
  }

  /** Compares a library with what it must be, and takes over what was unknown. */
  findFaults({ listed, removed, texts, segments, segmentData, unreadable }: StoredLibrary): string[] {
    const faults: string[] = unreadable.map((id) => `${id}: its texts cannot be read`);
    for (const [id, isListed] of this.#listed) {
      if (isListed === true && !listed.includes(id))
        faults.push(`${id}: lost, although it was reported as stored`);
      if (isListed === false && listed.includes(id))
        faults.push(`${id}: there, although it was reported as removed`);
      this.#listed.set(id, listed.includes(id));
    }
    const rows = new Set([...listed, ...removed]);
    for (const id of rows) if (!texts.includes(id)) faults.push(`${id}: has no texts`);
    for (const id of texts) if (!rows.has(id)) faults.push(`${id}: has texts and no facts`);
    const ids = segments.map(({ id }) => id);
    if (String(ids) !== String(segmentData))
      faults.push(`segments ${String(ids)}, data ${String(segmentData)}`);
    const answering = segments.flatMap(({ episodes, deleted }) =>
      episodes.filter((id) => !deleted.includes(id)),
    );
    for (const id of new Set(answering))
      if (answering.filter((other) => other === id).length > 1) faults.push(`${id}: is in several segments`);
    for (const id of answering) if (!listed.includes(id)) faults.push(`${id}: is found, but not listed`);
    return faults;
  }

  /** Lists episodes that no segment has. The background indexes them soon, for the index is derived data. */
  findUnindexed({ listed, segments }: StoredLibrary): string[] {
    const answering = new Set(
      segments.flatMap(({ episodes, deleted }) => episodes.filter((id) => !deleted.includes(id))),
    );
    return listed.filter((id) => !answering.has(id)).map((id) => `${id}: is not indexed`);
  }
}
