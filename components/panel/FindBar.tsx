import type { Ref } from "preact";
import { Icon } from "../ui/Icon.tsx";
import type { Find } from "./use-find.ts";

interface Props {
  find: Find;
  field: Ref<HTMLInputElement>;
  hasChapters: boolean;
  onChapters: () => void;
  onLeave: () => void;
}

/** The field that searches in the transcript, with count, next and previous. */
export function FindBar({ find, field, hasChapters, onChapters, onLeave }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      find.step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      onLeave();
    }
  };
  const some = find.hits.length > 0;
  return (
    <div class="bar">
      {hasChapters && (
        <button type="button" class="round" aria-label="Chapters" title="Chapters (o)" onClick={onChapters}>
          <Icon name="outline" />
        </button>
      )}
      <div class="find" role="search">
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          enterkeyhint="search"
          autocomplete="off"
          spellcheck={false}
          placeholder="Find in this episode"
          aria-label="Find in this episode"
          value={find.typed}
          onInput={(event) => find.type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <span class="count" role="status" aria-live="polite">
          {find.count}
        </span>
        <button
          type="button"
          aria-label="Previous"
          title="Previous (Shift+Enter)"
          disabled={!some}
          onClick={() => find.step(-1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          aria-label="Next"
          title="Next (Enter)"
          disabled={!some}
          onClick={() => find.step(1)}
        >
          <Icon name="down" />
        </button>
      </div>
    </div>
  );
}
