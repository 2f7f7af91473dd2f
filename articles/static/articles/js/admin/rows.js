// Ordered rows (data-rows): dragged, moved by keys (Alt+arrows), added, removed and brought back. The order is a number.
"use strict";
{
  const attach = (block) => {
    const list = block.querySelector("ol.rows");
    const total = block.querySelector(`[name="${block.dataset.prefix}-TOTAL_FORMS"]`);
    const said = block.querySelector("[data-said]");
    const rows = () => [...list.querySelectorAll(":scope > [data-row]")];
    const part = (row, ending) => row.querySelector(`[name$="-${ending}"]`);
    const isShown = (row) => !row.classList.contains("is-removed");

    const number = () => {
      rows().forEach((row, index) => {
        part(row, "ORDER").value = index;
      });
      limit();
    };
    // data-most: no more rows than the page shows; a removed row makes room.
    const limit = () => {
      const adder = block.querySelector("[data-add]");
      if (adder && block.dataset.most) adder.disabled = rows().filter(isShown).length >= Number(block.dataset.most);
    };
    const say = (row) => {
      const place = rows().filter(isShown).indexOf(row) + 1;
      said.textContent = `${said.dataset.moved} ${place}`;
    };
    const move = (row, by) => {
      const shown = rows().filter(isShown);
      const other = shown[shown.indexOf(row) + by];
      if (!other) return;
      const focused = document.activeElement;
      if (by < 0) other.before(row);
      else other.after(row);
      number();
      focused?.focus();
      say(row);
      row.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const remove = (row) => {
      part(row, "DELETE").checked = true;
      row.classList.add("is-removed");
      limit();
      const undo = document.createElement("button");
      undo.type = "button";
      undo.className = "undo";
      undo.textContent = block.dataset.removed || "↺";
      undo.addEventListener("click", () => {
        part(row, "DELETE").checked = false;
        row.classList.remove("is-removed");
        undo.remove();
        limit();
      });
      row.append(undo);
      undo.focus();
      row.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const prepare = (row) => {
      row.querySelectorAll("button[hidden]").forEach((button) => (button.hidden = false));
      row.querySelectorAll("[data-move]").forEach((button) => button.addEventListener("click", () => move(row, Number(button.dataset.move))));
      row.querySelector("[data-remove]").addEventListener("click", () => remove(row));
      row.addEventListener("keydown", (event) => {
        if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
          event.preventDefault();
          move(row, event.key === "ArrowUp" ? -1 : 1);
        }
      });
      const grip = row.querySelector("[data-grip]");
      grip.addEventListener("pointerdown", (event) => drag(event, row, grip));
      link(row);
    };
    const drag = (event, row, grip) => {
      event.preventDefault();
      row.classList.add("is-dragged");
      const follow = (moved) => {
        const others = rows().filter((other) => other !== row && isShown(other));
        const below = others.find((other) => {
          const box = other.getBoundingClientRect();
          return moved.clientY < box.top + box.height / 2;
        });
        if (below) {
          if (row.nextElementSibling !== below) below.before(row);
        } else if (list.lastElementChild !== row) {
          list.append(row);
        }
      };
      const stop = () => {
        row.classList.remove("is-dragged");
        document.removeEventListener("pointermove", follow);
        document.removeEventListener("pointerup", stop);
        document.removeEventListener("pointercancel", stop);
        number();
        say(row);
        row.dispatchEvent(new Event("change", { bubbles: true }));
      };
      // On the document, since a row that moves in the page loses the pointer it captured.
      document.addEventListener("pointermove", follow);
      document.addEventListener("pointerup", stop);
      document.addEventListener("pointercancel", stop);
    };
    // A credit linked to a person shows whom, and can be unlinked.
    const link = (row) => {
      const shown = row.querySelector("[data-linked]");
      if (!shown) return;
      const unlink = document.createElement("button");
      unlink.type = "button";
      unlink.className = "unlink";
      unlink.textContent = block.querySelector("[data-unlink-word]").dataset.unlinkWord;
      unlink.addEventListener("click", () => {
        part(row, "person").value = "";
        shown.textContent = "";
      });
      const show = (text) => {
        shown.textContent = text;
        if (text) shown.append(" ", unlink);
      };
      show(shown.textContent.trim());
      row.addEventListener("suggest:chosen", (event) => show(event.detail.label));
      // Another surname is another person: the link goes with the first character.
      part(row, "printed_name").addEventListener("input", (event) => {
        if (!event.target.value && part(row, "person").value) {
          part(row, "person").value = "";
          show("");
        }
      });
    };
    const add = () => {
      const index = Number(total.value);
      const holder = document.createElement("div");
      holder.innerHTML = block.querySelector("template").innerHTML.replaceAll("__prefix__", String(index));
      const row = holder.querySelector("[data-row]");
      const last = rows().filter(isShown).pop();
      list.append(row);
      total.value = index + 1;
      prepare(row);
      const role = part(row, "role");
      if (role && last) role.value = part(last, "role").value;
      number();
      row.dispatchEvent(new Event("rows:added", { bubbles: true }));
      return row;
    };
    rows().forEach(prepare);
    block.querySelector("[data-add]")?.addEventListener("click", () => add().querySelector("input:not([type=hidden])").focus());
    block.querySelectorAll(":scope > button[hidden]").forEach((button) => (button.hidden = false));
    block.classList.add("is-scripted");
    block.addRow = add;
    number();
  };
  document.querySelectorAll("[data-rows]").forEach(attach);
}
