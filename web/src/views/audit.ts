// Do the figures fit each other? Each finding with both statements.

import type { App } from "../app";
import type { FindingJson } from "../data/json";
import { csv_text } from "../download/csv";
import { file_name, save } from "../download/save";
import { rule_name, say, verdict_name } from "../i18n/language";
import { verdicts } from "../i18n/words";
import { node_link } from "./common";
import { button, fill, h } from "./dom";
import { evidence_list } from "./evidence";
import { icon } from "./icons";

export function audit_view(app: App): { root: HTMLElement; update: () => void; mark: () => void } {
  const chosen = new Set<string>();
  const root = h("div", { class: "scroll" });
  const draw = (): void => {
    const zones = new Set(app.store.view.filters.zones);
    const all = app.model.audit.filter((finding) => in_zones(app, finding, zones));
    const shown = all.filter((finding) => chosen.size === 0 || chosen.has(finding.verdict));
    fill(
      root,
      h(
        "div",
        { class: "table-tools" },
        ...Object.keys(verdicts).map((verdict) => chip(verdict, all, chosen, draw)),
        button(say("download_csv"), () => download(app, shown), { class: "action csv" }, icon("download"), h("span", {}, say("download_csv"))),
      ),
      shown.length === 0 ? h("p", { class: "empty muted" }, say("no_audit")) : null,
      h("div", { class: "findings" }, ...shown.slice(0, 500).map((finding) => finding_card(app, finding))),
    );
  };
  return { root, update: draw, mark: () => {} };
}

function in_zones(app: App, finding: FindingJson, zones: ReadonlySet<number>): boolean {
  if (zones.size === 0) return true;
  const subject = app.model.by_id.get(finding.subject);
  return subject !== undefined && (app.facets.zones[subject] ?? []).some((zone) => zones.has(zone));
}

function chip(verdict: string, all: readonly FindingJson[], chosen: Set<string>, draw: () => void): HTMLElement | null {
  const count = all.filter((finding) => finding.verdict === verdict).length;
  if (count === 0) return null;
  const toggle = (): void => {
    if (!chosen.delete(verdict)) chosen.add(verdict);
    draw();
  };
  return button(
    "",
    toggle,
    { class: `chip verdict ${verdict}`, attributes: { "aria-pressed": String(chosen.has(verdict)) }, data: { key: `verdict-${verdict}` } },
    verdict_name(verdict),
    h("span", { class: "count" }, ` ${count}`),
  );
}

function finding_card(app: App, finding: FindingJson): HTMLElement {
  const subject = app.model.nodes[app.model.by_id.get(finding.subject) ?? -1];
  return h(
    "article",
    { class: "finding" },
    h(
      "p",
      { class: "card-kind" },
      h("span", { class: `chip verdict ${finding.verdict}` }, verdict_name(finding.verdict)),
      subject ? node_link(app, subject) : h("span", {}, finding.name),
      h("strong", {}, finding.figure),
      h("span", { class: "muted" }, rule_name(finding.rule)),
    ),
    h("p", { class: "arithmetic" }, finding.arithmetic),
    evidence_list(app, finding.evidence, 3),
  );
}

function download(app: App, findings: readonly FindingJson[]): void {
  const head = [say("verdict"), say("rule"), say("name"), say("metric"), say("arithmetic"), `${say("evidence")} 1`, `${say("evidence")} 2`];
  const rows = findings.map((finding) => [
    verdict_name(finding.verdict),
    rule_name(finding.rule),
    finding.name,
    finding.figure,
    finding.arithmetic,
    ...[0, 1].map((i) => finding.evidence[i]?.text ?? ""),
  ]);
  save(file_name(`${app.model.title} ${say("audit")}`, "csv"), new Blob([csv_text([head, ...rows])], { type: "text/csv;charset=utf-8" }));
}
