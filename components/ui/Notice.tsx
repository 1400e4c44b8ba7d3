interface Props {
  text: string;
  /** What the reader can do about it. */
  action?: { label: string; run: () => void } | undefined;
}

/** A sentence that something is not as it should be, and a way on. */
export function Notice({ text, action }: Props) {
  return (
    <div class="notice" role="alert">
      <p>{text}</p>
      {action && (
        <button type="button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
