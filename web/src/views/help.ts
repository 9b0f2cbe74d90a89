import { chinese, say } from "../i18n/language";
import { h, icon_button } from "./dom";
import { icon } from "./icons";

const keys: [string, string, string][] = [
  ["/", "搜索：名称、别名、全拼或首字母", "search: name, alias, pinyin or its initials"],
  ["↑ ↓ ↵", "在列表中移动、打开", "move in lists, open"],
  ["Esc", "关闭、取消选择", "close, select nothing"],
  ["Ctrl+Z  Ctrl+Y", "撤销、重做", "undo, redo"],
  ["F", "适应窗口", "fit to window"],
  ["E", "展开所选的相邻节点", "expand the selected"],
  ["O", "只看所选及其周围", "only around the selected"],
  ["P", "以所选为起点找最短路径", "shortest path from the selected"],
  ["X", "固定所选的位置", "pin the selected"],
  ["H / Delete", "隐藏所选", "hide the selected"],
  ["T", "打开或收起表格", "open or fold the tables"],
  ["+ − ← ↑ → ↓", "在图上：缩放、移动", "on the graph: zoom, move"],
];

const mouse: [string, string, string][] = [
  ["单击", "节点：卡片；连线：两者之间的关系与原文", "click a node: its card; a line: the ties and their words"],
  ["Ctrl+单击", "加选；选中两个后可求最短路径", "Ctrl+click selects more; of two, the path between"],
  ["双击", "展开相邻节点", "double-click expands"],
  ["拖动", "移动并固定节点", "drag moves and pins a node"],
];

export function help_dialog(): HTMLDialogElement {
  const rows = (list: [string, string, string][], as_key: boolean): HTMLElement[] =>
    list.flatMap(([key, zh, en]) => [
      h("dt", {}, as_key ? h("kbd", {}, key) : chinese() ? key : "•"),
      h("dd", {}, chinese() ? zh : en),
    ]);
  const dialog = h("dialog", { class: "help", attributes: { id: "help", "aria-label": say("keys_title") } });
  dialog.append(
    h("div", { class: "card-title" }, h("h2", {}, say("keys_title")), icon_button(say("close"), icon("close"), () => dialog.close(), { class: "plain" })),
    h("dl", {}, ...rows(keys, true), ...rows(mouse, false)),
  );
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}
