import { Component, h, type ComponentType, type FunctionComponent } from "preact";

/**
 * Wraps a component so that it renders again only when a prop has changed, as `memo` of `preact/compat` does without the
 * rest of that package.
 * @see https://preactjs.com/guide/v10/switching-to-preact/#memo
 */
export function memoizeComponent<P extends object>(render: FunctionComponent<P>): ComponentType<P> {
  return class Memoized extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      return hasDifferentProps(next, this.props as P) || hasDifferentProps(this.props as P, next);
    }
    override render() {
      return h(render, this.props as P);
    }
  };
}

/** Runs for every paragraph at every key press, so it allocates nothing. */
function hasDifferentProps<P extends object>(some: P, others: P): boolean {
  for (const name in some) if (some[name] !== others[name]) return true;
  return false;
}
