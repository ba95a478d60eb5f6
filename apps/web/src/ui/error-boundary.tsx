import { Component, type ReactNode } from 'react'
import { ErrorPage, kindOf } from './error-page.tsx'

type Props = {
  /** Another key clears what was caught: another page, or another session. */
  resetKey: string
  onRetry: () => void
  children: ReactNode
}
type State = { error: unknown; hasFailed: boolean; resetKey: string }

/** Catches what a page could not show and shows the page for it instead. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, hasFailed: false, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, hasFailed: true }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    if (props.resetKey === state.resetKey) return null
    return { error: null, hasFailed: false, resetKey: props.resetKey }
  }

  #retry = () => {
    this.props.onRetry()
    this.setState({ error: null, hasFailed: false })
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return <ErrorPage kind={kindOf(this.state.error)} error={this.state.error} onRetry={this.#retry} />
  }
}
