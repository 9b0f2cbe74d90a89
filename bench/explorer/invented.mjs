// An invented graph of any size as the page's data: zones with firms, projects and money around them. Always the same.

const syllables = [..."岚溪望渡苍澜砚湖廷砾珩川霁沐岑稷朔桐柏珑衍屿泊岳铎远磐锻芮汀禾烁垣昀驰泓"];
const metrics = ["规上工业总产值", "固定资产投资", "税收收入"];

function random_from(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function invented(count, options = {}) {
  const random = random_from(options.seed ?? 7);
  const nodes = [];
  const links = [];
  const x = [];
  const y = [];
  const word = (length) => Array.from({ length }, () => syllables[random(syllables.length)]).join("");
  const words = (name) => [{ doc: "d1", begin: 0, end: 4, text: name, plugin: "invented", rule: "none" }];
  const add = (type, name, px, py, more = {}) => {
    const id = `${type[0]}${nodes.length}`;
    nodes.push({ id, type, name, aliases: [], confidence: 0.5 + random(50) / 100, ...more, mentions: words(name) });
    x.push(px);
    y.push(py);
    return id;
  };
  const tie = (source, target, type) => links.push({ source, target, key: 0, type, confidence: 0.9, evidence: words("原文") });
  const statuses = ["planned", "signed", "started", "under_construction", "completed", "in_production"];
  const per_zone = Math.max(10, Math.min(100, Math.floor(count / 8)));
  let before;
  while (nodes.length < count) {
    const zones = nodes.filter((node) => node.type === "zone").length;
    const far = Math.sqrt(zones) * 16;
    const zx = far * Math.cos(zones * 2.399963);
    const zy = far * Math.sin(zones * 2.399963);
    const zone = add("zone", `${word(2)}经济开发区`, zx, zy);
    if (before) tie(before, zone, "cooperates_with");
    before = zone;
    let project;
    for (let i = 1; i < per_zone && nodes.length < count; i++) {
      const px = zx + Math.sqrt(i) * 0.75 * Math.cos(i * 2.399963);
      const py = zy + Math.sqrt(i) * 0.75 * Math.sin(i * 2.399963);
      if (i % 5 === 0) {
        const value = 1 + random(300);
        const year = 2020 + random(5);
        const figure = { metric: metrics[random(3)], value, unit: "亿元", modality: random(4) ? "actual" : "target", period: `${year}-01/${year}-12` };
        tie(add("indicator", `${figure.metric}${value}亿元`, px, py, figure), zone, "indicator_of");
      } else if (i % 3 === 0 && project) {
        const amount = (1 + random(900)) * 1e7;
        tie(add("investment", `${amount / 1e8}亿元`, px, py, { amount, currency: "CNY", kind: "total", modality: "actual" }), project, "invested_in");
      } else if (i % 2 === 0) {
        const status = statuses[random(statuses.length)];
        const history = [{ status, modality: "actual", period: `${2020 + random(5)}-0${1 + random(9)}`, evidence: words("开工") }];
        project = add("project", `年产${1 + random(90)}万吨${word(3)}`, px, py, { status, status_history: history });
        tie(project, zone, "located_in");
      } else {
        const firm = add("company", `${word(3)}有限公司`, px, py);
        tie(firm, zone, "located_in");
        if (project) tie(firm, project, "undertakes");
      }
    }
  }
  const text = "岚溪经济开发区的报告。原文，开工。";
  return {
    version: 1,
    title: `${count} nodes`,
    graph: { graph: { format: 1, documents: [{ id: "d1", path: "invented.txt", title: "invented", period: "2024-01/2024-12" }] }, nodes, links },
    shown: options.part ? { all: false, nodes: nodes.map((_, i) => i).slice(0, options.part) } : { all: true, nodes: [] },
    layout: { x, y },
    pinyin: nodes.map(() => ({ full: "", initials: "" })),
    types: { nodes: {}, edges: {} },
    documents: [{ id: "d1", title: "invented", path: "invented.txt", text }],
    audit: [],
  };
}

// As zonekg puts data into the page.
export function page_with(page, data) {
  const hostile = /[<>&\u2028\u2029]/g;
  const json = JSON.stringify(data).replace(hostile, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return page.replace('id="zonekg-data">{}</script>', () => `id="zonekg-data">${json}</script>`);
}
