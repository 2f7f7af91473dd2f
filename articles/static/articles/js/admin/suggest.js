// A text field with suggestions (data-suggest, data-fill, data-several): the ARIA combobox pattern, by keys or by hand.
"use strict";
{
  const SEPARATORS = /[，、；;,\n]/;
  let number = 0;

  const field = (input, ending) => {
    const scope = input.closest("[data-row], [data-suggest-scope], form");
    return [...scope.querySelectorAll("[name]")].find((other) => other.name === ending || other.name.endsWith(`-${ending}`));
  };

  const typed = (input) => ("several" in input.dataset ? input.value.split(SEPARATORS).pop().trim() : input.value.trim());

  const fill = (input, item) => {
    if ("several" in input.dataset) {
      const names = input.value.split(SEPARATORS).map((name) => name.trim()).slice(0, -1).filter(Boolean);
      input.value = [...names, item.value].join("、") + "、";
    } else {
      input.value = item.value;
    }
    for (const [ending, key] of Object.entries(JSON.parse(input.dataset.fill))) {
      const other = field(input, ending);
      if (other && (item[key] || other.type === "hidden")) other.value = item[key] ?? "";
    }
    input.dispatchEvent(new CustomEvent("suggest:chosen", { bubbles: true, detail: item }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const attach = (input) => {
    if (input.dataset.attached || input.name.includes("__prefix__")) return;
    input.dataset.attached = "1";
    const list = document.createElement("ul");
    list.className = "suggestions";
    list.id = `suggestions-${++number}`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels?.[0]?.textContent || input.name);
    list.hidden = true;
    const wrap = document.createElement("span");
    wrap.className = "suggest";
    input.before(wrap);
    wrap.append(input, list);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": list.id })) input.setAttribute(name, value);

    let items = [], at = -1, timer = 0, asked = 0;
    const close = () => {
      list.hidden = true;
      at = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const mark = (next) => {
      at = (next + items.length) % items.length;
      [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    };
    const choose = (index) => {
      fill(input, items[index]);
      close();
    };
    const show = (results) => {
      items = results;
      list.replaceChildren(...results.map((item, index) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        const label = document.createElement("span");
        label.textContent = item.label;
        const note = document.createElement("small");
        note.textContent = item.note || "";
        option.append(label, note);
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          choose(index);
        });
        return option;
      }));
      list.hidden = !results.length;
      input.setAttribute("aria-expanded", String(results.length > 0));
      at = -1;
    };
    const ask = async () => {
      const words = typed(input);
      const mine = ++asked;
      if (!words) return close();
      const response = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(words)}`, { headers: { Accept: "application/json" } }).catch(() => null);
      if (mine !== asked || !response?.ok || document.activeElement !== input) return;
      show((await response.json()).results);
    };
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 180);
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape" && !list.hidden) {
        event.stopPropagation();
        close();
      } else if (!list.hidden && !event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        event.preventDefault();
        mark(at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1));
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (!list.hidden) choose(Math.max(at, 0));
      }
    });
  };

  const attachAll = (root) => root.querySelectorAll("[data-suggest]").forEach(attach);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => attachAll(document));
  else attachAll(document);
  document.addEventListener("rows:added", (event) => attachAll(event.target));
}
