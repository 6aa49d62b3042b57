import { Component } from 'react';
import type { ReactNode } from 'react';
import { themeVariables } from '../../render/tokens';
import { useTheme } from './theme';
import { useText } from './store-context';

interface ErrorBoundaryProps {
  /**
   * What failed, in the reader's words: "the chart". Absent for the timeline as a whole, which has nothing around it
   * that says how it looks.
   */
  readonly name?: string;
  /** What is still of use in its place, shown under the message: the list, for the chart. */
  readonly fallback?: ReactNode;
  /** Whether what stood in the page before stands under the message. */
  readonly isWritten?: boolean;
  /** Says nothing where it stood: for what nobody misses. */
  readonly quiet?: boolean;
  readonly onFailure?: (error: unknown) => void;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly failure: { readonly message: string } | undefined;
}

/**
 * Keeps the failure of one part from taking the page along. React reports what was caught to the root's `onCaughtError`
 * (the console, if nobody else); nothing is reported here a second time.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failure: { message: error instanceof Error ? error.message : String(error) } };
  }

  override state: ErrorBoundaryState = { failure: undefined };

  override componentDidCatch(error: unknown): void {
    this.props.onFailure?.(error);
  }

  readonly retry = (): void => {
    this.setState({ failure: undefined });
  };

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    if (this.props.quiet === true) return null;
    return (
      <>
        {this.props.name === undefined ? (
          <FailedWhole message={failure.message} onRetry={this.retry} isWritten={this.props.isWritten === true} />
        ) : (
          <FailedPart headline={<PartFailed name={this.props.name} />} message={failure.message} onRetry={this.retry} />
        )}
        {this.props.fallback}
      </>
    );
  }
}

function FailedWhole({ message, onRetry, isWritten }: { message: string; onRetry: () => void; isWritten: boolean }) {
  const t = useText();
  const theme = useTheme();
  const words = (
    <>
      <p className="dt-notice-headline">{t('failure.whole')}</p>
      {isWritten ? <p>{t('failure.written')}</p> : null}
    </>
  );
  return (
    <div className="dt-app dt-app--failed" style={themeVariables(theme)}>
      <FailedPart headline={words} message={message} onRetry={onRetry} />
    </div>
  );
}

function PartFailed({ name }: { name: string }) {
  const t = useText();
  return (
    <>
      <p className="dt-notice-headline">{t('failure.part', { name })}</p>
      <p>{t('failure.rest')}</p>
    </>
  );
}

function FailedPart({ headline, message, onRetry }: { headline: ReactNode; message: string; onRetry: () => void }) {
  const t = useText();
  return (
    <div className="dt-notice dt-notice--failure" role="alert">
      <div className="dt-notice-words">
        {headline}
        <details className="dt-disclosure">
          <summary>{t('failure.detail')}</summary>
          <p className="dt-rejections-code">{message}</p>
        </details>
      </div>
      <div className="dt-notice-acts">
        <button type="button" className="dt-button" onClick={onRetry}>
          {t('failure.retry')}
        </button>
      </div>
    </div>
  );
}
