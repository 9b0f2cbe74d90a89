// Keeps the page's address at the view, and the view at the address when that is changed by hand.

import type { App } from "../app";
import { language, say, set_language } from "../i18n/language";
import { read_hash, write_hash, type Linked } from "./hash";

export class Address {
  private timer_: ReturnType<typeof setTimeout> | undefined;
  private written_ = "";

  constructor(
    private readonly app_: App,
    private readonly rebuild_: () => void,
  ) {
    window.addEventListener("hashchange", this.changed_);
  }

  private readonly changed_ = (): void => {
    if (location.hash !== this.written_) this.open(location.hash);
  };

  close(): void {
    clearTimeout(this.timer_);
    window.removeEventListener("hashchange", this.changed_);
  }

  // True when the address named a view.
  open(hash: string): boolean {
    const linked = read_hash(this.app_.model, hash);
    if (!linked) return false;
    this.app_.reading = undefined;
    if (linked.language && linked.language !== language()) {
      set_language(linked.language);
      this.rebuild_();
    }
    this.app_.store.replace(linked.view, linked.screen);
    if (linked.camera && this.app_.canvas) this.app_.canvas.camera = linked.camera;
    else this.app_.canvas?.fit(undefined, false);
    return true;
  }

  // Soon, not now: a slider and a camera in motion would write hundreds of addresses.
  note(): void {
    clearTimeout(this.timer_);
    this.timer_ = setTimeout(() => this.write(), 250);
  }

  write(): string {
    clearTimeout(this.timer_);
    this.written_ = write_hash(this.app_.model, this.linked());
    history.replaceState(null, "", this.written_);
    return location.href;
  }

  async copy(): Promise<void> {
    const link = this.write();
    try {
      await navigator.clipboard.writeText(link);
      this.app_.announce(say("link_copied"));
    } catch {
      this.app_.announce(say("link_here"));
    }
  }

  private linked(): Omit<Linked, "language"> & { language: ReturnType<typeof language> } {
    const { view, screen } = this.app_.store;
    return { view, screen, camera: this.app_.canvas?.camera, language: language() };
  }
}
