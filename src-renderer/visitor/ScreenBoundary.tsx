import { Component, type ReactNode } from 'react';
import { Sorry } from '../screens/sorry/Sorry.tsx';

/** A screen that fails to render shows its own apology; the rest of the visit goes on (React reports the error). */
export class ScreenBoundary extends Component<
  { readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Sorry /> : this.props.children;
  }
}
