interface Props {
  text: string;
  /** A button that helps. */
  action?: { label: string; run: () => void } | undefined;
}

/** An alert in one sentence, with a button where the reader can do something. */
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
