// The graph on the screen: sigma draws nodes and lines, the overlay names.

import Graph from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram, EdgeRectangleProgram } from "sigma/rendering";
import type { Model } from "../data/model";
import type { Place } from "../state/view";
import { DiscProgram } from "./disc_program";
import type { Drawn, Point } from "./labels";
import type { Look } from "./look";
import { Motion } from "./motion";
import { Overlay } from "./overlay";
import type { Pair, Pairs } from "./pairs";
import { apply, distance_to_line, transform_from, type Transform } from "./transform";

export interface CanvasEvents {
  node: (node: number, more: boolean) => void;
  expand: (node: number) => void;
  pair: (pair: Pair) => void;
  nothing: () => void;
  moved: (node: number, place: Place) => void;
  camera: () => void;
}

export interface CameraView {
  x: number;
  y: number;
  ratio: number;
}

// From so many lines on they are drawn one pixel wide and without heads: what arrows would show is a blur there anyway.
const many_pairs = 1500;
const narrow = 760; // pixels, as in style.css
const near_enough = 6; // pixels from a line

export class GraphCanvas {
  private graph_ = new Graph({ type: "directed", multi: false, allowSelfLoops: false });
  private readonly sigma_: Sigma;
  private readonly overlay_: Overlay;
  private readonly motion_: Motion;
  private look_: Look | undefined;
  private transform_: Transform = { sx: 1, sy: 1, dx: 0, dy: 0 };
  private hovered_: number | null = null;
  private dragged_: { node: number; place: Place | undefined } | undefined;
  private dropped_ = -Infinity; // when a drag ended
  private strong_: Pair[] = [];
  private drawn_pairs_: Pair[] = [];
  private moved_ = new Set<number>();

  constructor(
    private readonly container_: HTMLElement,
    private readonly model_: Model,
    private readonly pairs_: Pairs,
    private readonly events_: CanvasEvents,
  ) {
    this.sigma_ = new Sigma(this.graph_, container_, {
      allowInvalidContainer: true,
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: false,
      zIndex: pairs_.list.length < many_pairs,
      minCameraRatio: 0.002,
      maxCameraRatio: 4,
      stagePadding: 40,
      enableCameraRotation: false,
      zoomToSizeRatioFunction: (ratio) => ratio ** 0.42,
      doubleClickZoomingDuration: 0,
      defaultNodeType: "disc",
      defaultEdgeType: "plain",
      nodeProgramClasses: { disc: DiscProgram },
      edgeProgramClasses: { plain: EdgeRectangleProgram, thin: EdgeLineProgram, arrow: EdgeArrowProgram },
      nodeHoverProgramClasses: {},
      defaultDrawNodeHover: () => {},
      nodeReducer: (key) => this.node_data(Number(key)),
      edgeReducer: (key) => this.pair_data(Number(key)),
    });
    this.sigma_.setCustomBBox(extent_of(model_));
    this.overlay_ = new Overlay(this.sigma_.createCanvas("names", { beforeLayer: "mouse" }), model_);
    const { edges, nodes, names } = this.sigma_.getCanvases();
    const layers = [edges, nodes, names].flatMap((layer) => layer ?? []);
    this.motion_ = new Motion(this.sigma_, layers, (transform) => (this.transform_ = transform));
    this.sigma_.on("afterRender", () => {
      this.draw_overlay();
      this.motion_.drawn(this.transform_);
    });
    this.find_nodes_here();
    this.listen();
  }

  update(look: Look): void {
    this.look_ = look;
    const grown = this.load(look);
    this.place_nodes(look);
    this.drawn_pairs_ = this.pairs_.list.filter((pair) => look.pair(pair) !== undefined);
    this.strong_ = this.drawn_pairs_.filter((pair) => look.pair(pair)?.strong);
    if (grown) this.sigma_.setGraph(this.graph_);
    else this.sigma_.refresh();
  }

  kill(): void {
    this.motion_.stop();
    this.sigma_.kill();
  }

  get pair_count(): number {
    return this.drawn_pairs_.length;
  }

  get camera(): CameraView {
    const { x, y, ratio } = this.sigma_.getCamera().getState();
    return { x, y, ratio };
  }

  set camera(view: CameraView) {
    this.sigma_.getCamera().setState(view);
  }

  zoom(factor: number): void {
    const camera = this.sigma_.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.getState().ratio * factor) }, { duration: 160 });
  }

  pan(dx: number, dy: number): void {
    const camera = this.sigma_.getCamera();
    const { width, height } = this.sigma_.getDimensions();
    const to = this.sigma_.viewportToFramedGraph({ x: width / 2 + dx, y: height / 2 + dy });
    void camera.animate({ x: to.x, y: to.y }, { duration: 120 });
  }

  // Brings nodes into the window, all visible ones when none are named.
  fit(nodes?: readonly number[], animated = true): void {
    const look = this.look_;
    if (!look || look.visible.count === 0) return;
    this.sigma_.refresh();
    const places = (nodes ?? look.order).flatMap((node) => {
      const at = look.node(node);
      return at ? [this.sigma_.viewportToFramedGraph(this.sigma_.graphToViewport(at))] : [];
    });
    if (places.length === 0) return;
    const state = this.around(places);
    if (animated) void this.sigma_.getCamera().animate(state, { duration: 260 });
    else this.sigma_.getCamera().setState(state);
  }

  // Moves only as far as it takes to see the node.
  show(node: number): void {
    const at = this.screen_place(node);
    const { width, height } = this.sigma_.getDimensions();
    // On a narrow screen the card lies over the lower part.
    const free = window.innerWidth <= narrow ? height * 0.45 : height;
    if (!at || (at.x > 60 && at.y > 40 && at.x < width - Math.min(160, width / 3) && at.y < free - 40)) return;
    const to = this.sigma_.viewportToFramedGraph({ x: at.x, y: at.y + (height - free) / 2 });
    void this.sigma_.getCamera().animate({ x: to.x, y: to.y }, { duration: 220 });
  }

  // What a picture needs of the screen as it stands.
  scene(): { drawn: Drawn; pairs: readonly Pair[]; labels: ReturnType<Overlay["labels"]> } {
    const drawn = this.drawn();
    return { drawn, pairs: this.drawn_pairs_, labels: this.look_ ? this.overlay_.labels(this.look_, drawn) : [] };
  }

  resize(): void {
    this.sigma_.resize();
    this.sigma_.scheduleRender();
  }

  screen_place(node: number): Point | undefined {
    const at = this.look_?.node(node);
    return at ? apply(this.transform_, at) : undefined;
  }

  private around(places: Point[]): CameraView {
    const x = places.map((p) => p.x).sort((a, b) => a - b);
    const y = places.map((p) => p.y).sort((a, b) => a - b);
    const [left = 0, right = 0] = [x[0], x[x.length - 1]];
    const [low = 0, high = 0] = [y[0], y[y.length - 1]];
    const ratio = this.sigma_.getCamera().getState().ratio;
    const seen = this.sigma_.viewRectangle();
    const wide = (seen.x2 - seen.x1) / ratio;
    const tall = seen.height / ratio;
    // Names stand beside the outermost nodes.
    const { width, height } = this.sigma_.getDimensions();
    const room = { x: Math.max(0.5, 1 - 180 / width), y: Math.max(0.5, 1 - 110 / height) };
    const needed = Math.max((right - left) / wide / room.x, (high - low) / tall / room.y);
    return { x: (left + right) / 2, y: (low + high) / 2, ratio: Math.min(4, Math.max(places.length === 1 ? 0.25 : 0.03, needed)) };
  }

  // Nodes and lines come into sigma's graph once they are first seen. True when many did: sigma reads all anew then.
  private load(look: Look): boolean {
    const missing: number[] = [];
    for (let i = 0; i < look.visible.nodes.length; i++)
      if (look.visible.nodes[i] && !this.graph_.hasNode(i)) missing.push(i);
    if (missing.length === 0) return false;
    // A graph under sigma's eyes would tell it of each node; a copy is built in silence.
    const next = this.graph_.copy();
    for (const i of missing) next.addNode(i, { x: this.model_.nodes[i]?.x ?? 0, y: this.model_.nodes[i]?.y ?? 0 });
    for (const pair of this.pairs_.list)
      if (next.hasNode(pair.source) && next.hasNode(pair.target) && !next.hasEdge(String(pair.index)))
        next.addDirectedEdgeWithKey(String(pair.index), pair.source, pair.target);
    this.graph_ = next;
    return true;
  }

  private place_nodes(look: Look): void {
    const wanted = new Set(look.order.filter((node) => look.node(node)?.pinned));
    for (const node of new Set([...this.moved_, ...wanted])) {
      const at = look.node(node) ?? this.model_.nodes[node];
      if (at && this.graph_.hasNode(node)) this.graph_.mergeNodeAttributes(node, { x: at.x, y: at.y });
    }
    this.moved_ = wanted;
  }

  private node_data(node: number): Record<string, unknown> {
    const look = this.look_?.node(node);
    if (!look) return { x: 0, y: 0, hidden: true };
    return { x: look.x, y: look.y, size: look.size, color: look.fill, outline: look.outline, zIndex: look.faded ? 0 : look.marked ? 2 : 1 };
  }

  private pair_data(index: number): Record<string, unknown> {
    const pair = this.pairs_.list[index];
    const look = pair ? this.look_?.pair(pair) : undefined;
    if (!pair || !look) return { hidden: true };
    const thin = !look.strong && this.pairs_.list.length > many_pairs;
    return { size: look.width, color: look.colour, type: thin ? "thin" : pair.both_ways ? "plain" : "arrow", zIndex: look.strong ? 1 : 0 };
  }

  private drawn(): Drawn {
    const { width, height } = this.sigma_.getDimensions();
    return {
      at: (node) => {
        const look = (this.dragged_?.node === node ? this.dragged_.place : undefined) ?? this.look_?.node(node);
        return look ? apply(this.transform_, look) : { x: -1e6, y: -1e6 };
      },
      radius: (node) => this.sigma_.scaleSize(this.look_?.node(node)?.size ?? 0),
      width,
      height,
      hovered: this.hovered_,
    };
  }

  private draw_overlay(): void {
    if (!this.look_) return;
    this.transform_ = transform_from((place) => this.sigma_.graphToViewport(place));
    this.overlay_.draw(this.look_, this.drawn(), this.strong_);
  }

  private pair_at(at: Point): Pair | undefined {
    let best: Pair | undefined;
    let nearest = near_enough;
    for (const pair of this.drawn_pairs_) {
      const a = this.look_?.node(pair.source);
      const b = this.look_?.node(pair.target);
      if (!a || !b) continue;
      const distance = distance_to_line(at, apply(this.transform_, a), apply(this.transform_, b));
      if (distance < nearest) [nearest, best] = [distance, pair];
    }
    return best;
  }

  // Sigma reads pixels back from the graphics card at every move of the mouse, and waits for all drawing to end. The nodes
  // in sight are few enough to be looked through.
  private find_nodes_here(): void {
    const inner = this.sigma_ as unknown as { getNodeAtPosition: (at: Point) => string | null };
    inner.getNodeAtPosition = (at) => this.node_at(at);
  }

  private node_at(at: Point): string | null {
    if (!this.look_) return null;
    const drawn = this.drawn();
    let best: string | null = null;
    let nearest = 3; // pixels beyond the rim
    for (const node of this.look_.order) {
      const place = drawn.at(node);
      const distance = Math.hypot(place.x - at.x, place.y - at.y) - drawn.radius(node);
      if (distance < nearest) [nearest, best] = [distance, String(node)];
    }
    return best;
  }

  private listen(): void {
    const more = (event: MouseEvent | TouchEvent): boolean => event.ctrlKey || event.metaKey || event.shiftKey;
    this.sigma_.on("clickNode", ({ node, event }) => this.events_.node(Number(node), more(event.original)));
    this.sigma_.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      // A click and a drag soon after are two clicks for sigma.
      if (performance.now() - this.dropped_ < 500) return;
      this.events_.expand(Number(node));
    });
    this.sigma_.on("clickStage", ({ event }) => {
      const pair = this.pair_at(event);
      if (pair) this.events_.pair(pair);
      else this.events_.nothing();
    });
    this.sigma_.on("enterNode", ({ node }) => this.hover(Number(node)));
    this.sigma_.on("leaveNode", () => this.hover(null));
    this.sigma_.getCamera().on("updated", () => this.events_.camera());
    this.listen_to_drags();
  }

  private hover(node: number | null): void {
    this.hovered_ = node;
    this.container_.classList.toggle("over-node", node !== null);
    if (!this.motion_.sliding) this.draw_overlay();
  }

  private listen_to_drags(): void {
    this.sigma_.on("downNode", ({ node }) => (this.dragged_ = { node: Number(node), place: undefined }));
    this.sigma_.on("moveBody", ({ event }) => {
      if (!this.dragged_) return;
      event.preventSigmaDefault();
      event.original.preventDefault();
      const place = this.sigma_.viewportToGraph(event);
      this.dragged_.place = place;
      this.graph_.mergeNodeAttributes(this.dragged_.node, { x: place.x, y: place.y });
    });
    const drop = (): void => {
      const dragged = this.dragged_;
      this.dragged_ = undefined;
      if (!dragged?.place) return;
      this.dropped_ = performance.now();
      this.events_.moved(dragged.node, dragged.place);
    };
    this.sigma_.on("upNode", drop);
    this.sigma_.on("upStage", drop);
  }
}

function extent_of(model: Model): { x: [number, number]; y: [number, number] } {
  const x: [number, number] = [Infinity, -Infinity];
  const y: [number, number] = [Infinity, -Infinity];
  for (const node of model.nodes) {
    x[0] = Math.min(x[0], node.x);
    x[1] = Math.max(x[1], node.x);
    y[0] = Math.min(y[0], node.y);
    y[1] = Math.max(y[1], node.y);
  }
  return model.nodes.length > 0 ? { x, y } : { x: [0, 1], y: [0, 1] };
}
