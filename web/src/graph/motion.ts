// Where drawing takes longer than a frame, the last picture moves and grows with the camera, and is drawn anew when the
// camera rests, or has gone so far that too much would be blank. With a graphics card every frame is drawn.

import type Sigma from "sigma";
import { matrixFromCamera } from "sigma/utils";
import { transform_from, type Transform } from "./transform";

const slow = 45; // ms until two frames after drawing: twice 16.7 where all is well
const rest = 110; // ms without movement
const far = 0.25; // of the window

// What render() of sigma works with; private there.
interface Inner {
  matrix: Float32Array;
  invMatrix: Float32Array;
  scheduleRender: () => Sigma;
}

export class Motion {
  private readonly draw_: () => Sigma;
  private drawn_: Transform = { sx: 1, sy: 1, dx: 0, dy: 0 };
  private cost_ = 0;
  private frame_ = 0;
  private timer_: ReturnType<typeof setTimeout> | undefined;
  private sliding_ = false;

  constructor(
    private readonly sigma_: Sigma,
    private readonly layers_: readonly HTMLElement[],
    private readonly moved_: (transform: Transform) => void,
  ) {
    const inner = sigma_ as unknown as Inner;
    this.draw_ = inner.scheduleRender.bind(sigma_);
    inner.scheduleRender = () => {
      if (this.cost_ < slow) return this.draw_();
      this.frame_ ||= requestAnimationFrame(() => this.slide());
      return sigma_;
    };
  }

  // The picture on the screen is not where the camera is.
  get sliding(): boolean {
    return this.sliding_;
  }

  // To be called when all is drawn.
  drawn(transform: Transform): void {
    this.drawn_ = transform;
    clearTimeout(this.timer_);
    if (this.sliding_) for (const layer of this.layers_) layer.style.transform = "";
    this.sliding_ = false;
    const start = performance.now();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const cost = performance.now() - start;
        this.cost_ = this.cost_ === 0 ? cost : (this.cost_ + cost) / 2;
      }),
    );
  }

  stop(): void {
    clearTimeout(this.timer_);
    cancelAnimationFrame(this.frame_);
  }

  private slide(): void {
    this.frame_ = 0;
    const now = this.look_through_camera();
    const scale = now.sx / this.drawn_.sx;
    const x = now.dx - this.drawn_.dx * scale;
    const y = now.dy - this.drawn_.dy * scale;
    const { width, height } = this.sigma_.getDimensions();
    const blank = Math.max(x, width - (x + width * scale)) > far * width || Math.max(y, height - (y + height * scale)) > far * height;
    clearTimeout(this.timer_);
    if (blank || !(scale > 0.5 && scale < 2)) {
      this.draw_();
      return;
    }
    this.sliding_ = true;
    for (const layer of this.layers_) layer.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    this.moved_(now);
    this.timer_ = setTimeout(this.draw_, rest);
  }

  // Sigma's own conversions follow the camera also between drawings: the next turn of the wheel counts on them.
  private look_through_camera(): Transform {
    const inner = this.sigma_ as unknown as Inner;
    const camera = this.sigma_.getCamera().getState();
    const window = this.sigma_.getDimensions();
    const graph = this.sigma_.getGraphDimensions();
    const padding = this.sigma_.getStagePadding();
    inner.matrix = matrixFromCamera(camera, window, graph, padding);
    inner.invMatrix = matrixFromCamera(camera, window, graph, padding, true);
    return transform_from((place) => this.sigma_.graphToViewport(place));
  }
}
