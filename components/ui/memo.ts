import { Component, h, type ComponentType, type FunctionComponent } from "preact";

/** A component that is drawn anew only when one of its props is another one. (Preact's own is part of a larger package.) */
export function memo<P extends object>(render: FunctionComponent<P>): ComponentType<P> {
  return class Kept extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const names = new Set([...Object.keys(next), ...Object.keys(this.props)]) as Set<keyof P>;
      return [...names].some((name) => next[name] !== (this.props as P)[name]);
    }
    override render() {
      return h(render, this.props as P);
    }
  };
}
