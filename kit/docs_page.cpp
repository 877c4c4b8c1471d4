#include "kit/docs_page.hpp"

#include <string_view>

namespace lexi::http {
namespace {

constexpr std::string_view kStyle = R"css(
:root{color-scheme:light dark;--line:#8884;--soft:#8882}
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem}
details{border:1px solid var(--line);border-radius:.5rem;margin:.5rem 0;padding:.5rem .8rem}
summary{cursor:pointer;display:flex;gap:.8rem;align-items:baseline;flex-wrap:wrap}
.verb{font-weight:700;min-width:4.5rem}code,pre,textarea,input{font:14px/1.45 ui-monospace,monospace}
pre{background:var(--soft);padding:.6rem;overflow:auto;border-radius:.4rem;max-height:24rem}
textarea{width:100%;min-height:7rem;box-sizing:border-box}table{border-collapse:collapse;width:100%}
td,th{text-align:left;border-bottom:1px solid var(--line);padding:.25rem .6rem .25rem 0;vertical-align:top}
button{padding:.4rem 1rem;margin:.4rem 0}input{padding:.3rem;width:22rem;max-width:100%}
)css";

constexpr std::string_view kScript = R"js(
const el = (tag, props = {}, ...kids) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...kids.filter(k => k !== null));
  return node;
};
const resolve = (doc, schema) => schema && schema.$ref ? doc.components.schemas[schema.$ref.split('/').pop()] : schema;
function sample(doc, schema, depth = 0) {
  schema = resolve(doc, schema) || {};
  if (depth > 6) return null;
  if ('const' in schema) return schema.const;
  if (schema.oneOf) return sample(doc, schema.oneOf[0], depth + 1);
  if (schema.anyOf) return sample(doc, schema.anyOf[0], depth + 1);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') {
    const out = {};
    for (const [k, v] of Object.entries(schema.properties || {})) out[k] = sample(doc, v, depth + 1);
    return out;
  }
  if (type === 'array') return [sample(doc, schema.items, depth + 1)];
  if (type === 'integer' || type === 'number') return Math.max(0, schema.minimum > 0 ? schema.minimum : 0);
  if (type === 'boolean') return true;
  return schema.format === 'email' ? 'learner@example.com' : schema.format === 'uuid' ? '00000000-0000-4000-8000-000000000000' : 'text';
}
function tryIt(doc, path, verb, op) {
  const inputs = {};
  const box = el('div');
  for (const p of op.parameters || []) {
    inputs[p.name] = el('input', {placeholder: p.in + ' ' + p.name, ariaLabel: p.name});
    box.append(el('div', {}, inputs[p.name]));
  }
  const json = op.requestBody && op.requestBody.content['application/json'];
  const area = json ? el('textarea', {ariaLabel: 'body', value: JSON.stringify(json.example || sample(doc, json.schema), null, 2)}) : null;
  const out = el('pre', {hidden: true});
  const send = el('button', {textContent: 'Send'});
  send.onclick = async () => {
    let url = path;
    const query = new URLSearchParams();
    const headers = {};
    for (const p of op.parameters || []) {
      const value = inputs[p.name].value;
      if (p.in === 'path') url = url.replace('{' + p.name + '}', encodeURIComponent(value));
      else if (value && p.in === 'query') query.set(p.name, value);
      else if (value && p.in === 'header') headers[p.name] = value;
    }
    const token = document.getElementById('token').value.trim();
    if (token) headers.Authorization = 'Bearer ' + token;
    if (area) headers['Content-Type'] = 'application/json';
    out.hidden = false;
    try {
      const reply = await fetch(url + (query.size ? '?' + query : ''), {method: verb.toUpperCase(), headers, body: area ? area.value : undefined});
      const text = await reply.text();
      let shown = text;
      try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch { /* not JSON: as it came */ }
      out.textContent = reply.status + ' ' + reply.statusText + '\n\n' + shown;
    } catch (wrong) { out.textContent = String(wrong); }
  };
  box.append(area || '', send, out);
  return box;
}
function operation(doc, path, verb, op) {
  const rows = Object.entries(op.responses).map(([status, r]) => el('tr', {}, el('td', {textContent: status}), el('td', {textContent: r.description})));
  const json = op.requestBody && op.requestBody.content['application/json'];
  const ok = Object.entries(op.responses).find(([s]) => s[0] === '2');
  const okJson = ok && ok[1].content && ok[1].content['application/json'];
  return el('details', {open: !interactive},
    el('summary', {}, el('span', {className: 'verb', textContent: verb.toUpperCase()}), el('code', {textContent: path}), el('span', {textContent: op.summary})),
    op.description ? el('p', {textContent: op.description}) : null,
    json && !interactive ? el('pre', {textContent: JSON.stringify(json.example || sample(doc, json.schema), null, 2)}) : null,
    interactive ? tryIt(doc, path, verb, op) : null,
    el('table', {}, ...rows),
    okJson ? el('pre', {textContent: JSON.stringify(sample(doc, okJson.schema), null, 2)}) : null);
}
fetch('/openapi.json').then(r => r.json()).then(doc => {
  const main = document.getElementById('main');
  const tags = {};
  for (const [path, verbs] of Object.entries(doc.paths))
    for (const [verb, op] of Object.entries(verbs)) (tags[op.tags[0]] ||= []).push([path, verb, op]);
  for (const [tag, list] of Object.entries(tags))
    main.append(el('h2', {textContent: tag}), ...list.map(([p, v, o]) => operation(doc, p, v, o)));
});
)js";

}  // namespace

std::string docs_page(const std::string& title, bool interactive) {
    std::string page =
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta "
        "name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>";
    page.append(title).append("</title><style>").append(kStyle).append("</style></head><body><h1>");
    page.append(title).append("</h1>");
    if (interactive) {
        page += "<p><label>Access token <input id=\"token\" autocomplete=\"off\"></label></p>";
    }
    page.append("<main id=\"main\"></main><script>const interactive = ");
    page.append(interactive ? "true" : "false").append(";").append(kScript);
    return page.append("</script></body></html>");
}

}  // namespace lexi::http
