// Holds the view and the screen, tells who listens, and goes back and forth.

import type { View } from "./view";

export type Dock = "" | "projects" | "companies" | "facilities" | "indicators" | "everything" | "charts" | "audit" | "documents";

// How the page stands: not a step that undo takes back.
export interface Screen {
  dock: Dock;
  large: boolean; // the dock fills the height
  filters_open: boolean;
  path_from: number | null; // waiting for the other end
  path_choice: number; // which of several shortest paths
  metric: string;
}

export interface Change {
  view: boolean;
  screen: boolean;
}

const most_steps = 200;

export class Store {
  private past_: View[] = [];
  private future_: View[] = [];
  private listeners_: ((change: Change) => void)[] = [];
  private screen_: Screen = {
    dock: "",
    large: false,
    filters_open: false,
    path_from: null,
    path_choice: 0,
    metric: "",
  };

  constructor(private view_: View) {}

  get view(): View {
    return this.view_;
  }
  get screen(): Screen {
    return this.screen_;
  }
  get can_undo(): boolean {
    return this.past_.length > 0;
  }
  get can_redo(): boolean {
    return this.future_.length > 0;
  }

  listen(listener: (change: Change) => void): void {
    this.listeners_.push(listener);
  }

  // The views are made anew, in another language.
  forget_listeners(): void {
    this.listeners_ = [];
  }

  // A step that undo takes back.
  change(part: Partial<View>): void {
    this.past_.push(this.view_);
    if (this.past_.length > most_steps) this.past_.shift();
    this.future_ = [];
    this.adjust(part);
  }

  // Steps that would only be in the way of undo: selecting, moving the time slider.
  adjust(part: Partial<View>): void {
    this.view_ = { ...this.view_, ...part };
    this.tell({ view: true, screen: false });
  }

  show(part: Partial<Screen>): void {
    this.screen_ = { ...this.screen_, ...part };
    this.tell({ view: false, screen: true });
  }

  undo(): void {
    this.go(this.past_, this.future_);
  }
  redo(): void {
    this.go(this.future_, this.past_);
  }

  // A link was opened: the way back leads to what was there before.
  replace(view: View, screen: Partial<Screen>): void {
    this.past_.push(this.view_);
    this.view_ = view;
    this.screen_ = { ...this.screen_, ...screen };
    this.tell({ view: true, screen: true });
  }

  tell(change: Change): void {
    for (const listener of this.listeners_) listener(change);
  }

  private go(from: View[], to: View[]): void {
    const view = from.pop();
    if (!view) return;
    to.push(this.view_);
    this.view_ = view;
    this.tell({ view: true, screen: false });
  }
}
