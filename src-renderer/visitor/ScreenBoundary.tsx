import { Component, type ReactNode } from 'react';

type ScreenBoundaryProps = {
  readonly children: ReactNode;
  /** What is shown instead of a screen that failed; `again` tries it once more. */
  readonly apology: (again: () => void) => ReactNode;
  /** When this changes a screen that failed is tried again: in another language it may well be whole. */
  readonly language: string;
};

/** A screen that fails to render shows its own apology; the rest of the visit goes on (React reports the error). */
export class ScreenBoundary extends Component<ScreenBoundaryProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: ScreenBoundaryProps): void {
    if (this.state.failed && before.language !== this.props.language) this.again();
  }

  private readonly again = () => this.setState({ failed: false });

  override render(): ReactNode {
    return this.state.failed ? this.props.apology(this.again) : this.props.children;
  }
}
