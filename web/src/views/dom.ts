// Elements from code. Data only ever becomes text: nothing here parses markup.

type Child = Node | string | number | null | undefined | false;
type Handler = (event: Event) => void;

export interface Props {
  class?: string;
  title?: string;
  data?: Record<string, string>;
  attributes?: Record<string, string | number | boolean | null | undefined>;
  on?: Partial<Record<keyof HTMLElementEventMap, Handler>>;
  style?: Record<string, string>; // set one by one: a style attribute would be against the page's policy
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: (Child | Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  apply_props(element, props);
  element.append(...shown(children));
  return element;
}

const svg_space = "http://www.w3.org/2000/svg";

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number> = {},
  ...children: (Child | Child[])[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(svg_space, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...shown(children));
  return element;
}

function shown(children: (Child | Child[])[]): (Node | string)[] {
  return children.flat().flatMap((child) => {
    if (child === null || child === undefined || child === false) return [];
    return typeof child === "number" ? String(child) : child;
  });
}

function apply_props(element: HTMLElement, props: Props): void {
  if (props.class) element.className = props.class;
  if (props.title) element.title = props.title;
  for (const [name, value] of Object.entries(props.data ?? {})) element.dataset[name] = value;
  for (const [name, value] of Object.entries(props.attributes ?? {}))
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  for (const [name, handler] of Object.entries(props.on ?? {})) if (handler) element.addEventListener(name, handler);
  for (const [name, value] of Object.entries(props.style ?? {})) element.style.setProperty(name, value);
}

export function button(label: string, action: () => void, props: Props = {}, ...children: Child[]): HTMLButtonElement {
  return h(
    "button",
    { ...props, attributes: { type: "button", ...props.attributes }, on: { ...props.on, click: action } },
    ...(children.length > 0 ? children : [label]),
  );
}

// A button that shows a picture only: its name is for screen readers and the tip.
export function icon_button(label: string, picture: SVGElement, action: () => void, props: Props = {}): HTMLButtonElement {
  return button(label, action, { ...props, title: label, attributes: { "aria-label": label, ...props.attributes } }, picture);
}

// Puts new content in, with the focus where it was: on the element of the same data-key, or of the same id.
export function fill(root: HTMLElement, ...children: (Child | Child[])[]): void {
  const active = document.activeElement;
  const key = active instanceof HTMLElement && root.contains(active) ? active.dataset["key"] : undefined;
  const scroll = root.scrollTop;
  root.replaceChildren(...shown(children));
  root.scrollTop = scroll;
  if (key === undefined) return;
  for (const element of root.querySelectorAll<HTMLElement>("[data-key]"))
    if (element.dataset["key"] === key) {
      element.focus({ preventScroll: true });
      return;
    }
}

// Arrow keys go from item to item of a list; Home and End to its ends.
export function arrow_keys(root: HTMLElement, selector: string): void {
  root.addEventListener("keydown", (event) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
    const step = steps[event.key];
    const items = [...root.querySelectorAll<HTMLElement>(selector)];
    const at = items.findIndex((item) => item === document.activeElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    items[Math.max(0, Math.min(items.length - 1, at + step))]?.focus();
  });
}
