// One language at a time, for the whole page.

import type { TypeJson } from "../data/json";
import { modalities, money_kinds, outcomes, rules, statuses, terms, verdicts, words, type Word } from "./words";

export type Language = "zh" | "en";

let current: Language = "zh";

export const language = (): Language => current;
export const chinese = (): boolean => current === "zh";

export function set_language(next: Language): void {
  current = next;
  document.documentElement.lang = next === "zh" ? "zh-CN" : "en";
}

function pick(pair: readonly [string, string]): string {
  return current === "zh" ? pair[0] : pair[1];
}

export function say(word: Word, ...values: (string | number)[]): string {
  return pick(words[word]).replace(/\{(\d)\}/g, (_, i: string) => String(values[Number(i)] ?? ""));
}

function named(table: Record<string, readonly [string, string]>, key: string): string {
  const pair = Object.hasOwn(table, key) ? table[key] : undefined;
  return pair ? pick(pair) : key.replaceAll("_", " ");
}

export const status_name = (status: string): string => named(statuses, status);
export const modality_name = (modality: string): string => named(modalities, modality);
export const money_kind_name = (kind: string): string => named(money_kinds, kind);
export const term_name = (term: string): string => named(terms, term);
export const outcome_name = (outcome: string): string => named(outcomes, outcome);
export const verdict_name = (verdict: string): string => named(verdicts, verdict);
export const rule_name = (rule: string): string => named(rules, rule);

export function type_name(types: Map<string, TypeJson>, type: string): string {
  const about = types.get(type);
  return (current === "zh" ? about?.zh : about?.en) || about?.zh || about?.en || type.replaceAll("_", " ");
}
