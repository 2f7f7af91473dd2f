// The editor of bodies: only what articles/richtext.py keeps, pictures as <figure data-picture="ID">, "1." lines as lists.
import {
  Blockquote, Bold, BulletList, Document, Dropcursor, Editor, Extension, Fullscreen, Gapcursor, HardBreak, Heading,
  History, HorizontalRule, Italic, Link, ListItem, Menu, Node, OrderedList, Paragraph, Strike, Subscript, Superscript,
  Table, TableCell, TableHeader, TableRow, Text, Underline, crel, initializeEditors, pm, wrappingInputRule,
} from "django-prose-editor/editor";

const GROUPS = ["headings", "marks", "lists", "nodes -blockType -lists -headings", "link", "table", "history", "utility"];
const NUMBERED = /^[\s\u3000]*(\d{1,2})[.．][\s\u3000]*(?=\S)/;

// Runs of at least two paragraphs "1. …", "2. …" become one list.
const listsFromNumbers = (root) => {
  for (const first of [...root.querySelectorAll("p")]) {
    if (!first.isConnected && !root.contains(first)) continue;
    const start = NUMBERED.exec(first.textContent);
    if (!start || first.closest("li")) continue;
    const run = [first];
    let next = first.nextElementSibling;
    while (next?.tagName === "P" && NUMBERED.exec(next.textContent)?.[1] === String(Number(start[1]) + run.length)) {
      run.push(next);
      next = next.nextElementSibling;
    }
    if (run.length < 2) continue;
    const list = root.ownerDocument.createElement("ol");
    if (start[1] !== "1") list.setAttribute("start", start[1]);
    first.before(list);
    for (const line of run) {
      let left = NUMBERED.exec(line.textContent)[0].length;
      const walker = root.ownerDocument.createTreeWalker(line, 4);
      while (left && walker.nextNode()) {
        const cut = Math.min(left, walker.currentNode.data.length);
        walker.currentNode.data = walker.currentNode.data.slice(cut);
        left -= cut;
      }
      const item = root.ownerDocument.createElement("li");
      item.append(line);
      list.append(item);
    }
  }
};

const paragraphs = (text) => {
  const page = document.implementation.createHTMLDocument("");
  for (const line of text.split(/\r\n?|\n/)) {
    if (!line.trim()) continue;
    const paragraph = page.createElement("p");
    paragraph.textContent = line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, "");
    page.body.append(paragraph);
  }
  listsFromNumbers(page.body);
  return page.body.innerHTML;
};

const NumberedList = OrderedList.extend({
  addInputRules() {
    return [wrappingInputRule({ find: /^(\d{1,2})[.．]\s$/, type: this.type, getAttributes: (m) => ({ start: Number(m[1]) }) })];
  },
  addAttributes() {
    return { start: { default: 1, parseHTML: (el) => Number(el.getAttribute("start")) || 1, renderHTML: (a) => (a.start === 1 ? {} : { start: a.start }) } };
  },
  addNodeView: null,
});

// The package's dialog asks in English; rows and columns are added by buttons anyway.
const DeskTable = Table.extend({
  addCommands() {
    return { ...this.parent?.(), insertTableWithOptions: () => ({ commands }) => commands.insertTable({ rows: 3, cols: 3, withHeaderRow: true }) };
  },
});

const known = new Map();
export const knowPicture = (picture) => known.set(String(picture.id), picture);

const StoryPicture = Node.create({
  name: "storyPicture",
  group: "block",
  atom: true,
  draggable: true,
  addOptions: () => ({ labels: {} }),
  addAttributes() {
    return { picture: { default: null, parseHTML: (el) => el.dataset.picture, renderHTML: (a) => ({ "data-picture": a.picture }) } };
  },
  parseHTML: () => [{ tag: "figure[data-picture]" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const picture = known.get(String(node.attrs.picture)) || {};
      const labels = this.options.labels;
      const remove = crel("button", { type: "button", className: "figure-remove", textContent: "×", "aria-label": labels.removePicture, title: labels.removePicture });
      remove.addEventListener("click", () => editor.chain().focus().setNodeSelection(getPos()).deleteSelection().run());
      const image = picture.thumb
        ? crel("img", { src: picture.thumb, alt: picture.alt || "" })
        : crel("span", { className: "no-thumb", textContent: labels.noThumb });
      const words = crel("figcaption", { textContent: picture.caption || picture.name || `#${node.attrs.picture}` });
      return { dom: crel("figure", { className: "story-picture", "data-picture": node.attrs.picture }, [image, words, remove]) };
    };
  },
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "picture",
      groups: "nodes",
      button: buttons.material("image", "picture"),
      command: (editor) => {
        document.dispatchEvent(new CustomEvent("desk:pick-picture", { detail: { chosen: (picture) => insertPicture(editor, picture) } }));
      },
    });
  },
});

export const insertPicture = (editor, picture) => {
  knowPicture(picture);
  editor.chain().focus().insertContent({ type: "storyPicture", attrs: { picture: String(picture.id) } }).run();
};

// What a caret cannot stand beside: a body that ends in one gets an empty line to write on, which is not saved.
const ISLANDS = new Set(["table", "storyPicture", "horizontalRule"]);
const isIsland = (node) => Boolean(node) && ISLANDS.has(node.type.name);
const { Plugin, Selection, TextSelection } = pm.state;
const gapAt = (doc, pos) => Selection.fromJSON(doc, { type: "gapcursor", pos });
const isGap = (selection) => selection.toJSON().type === "gapcursor";

const addLastLine = (state) => {
  const { doc, schema, tr } = state;
  return isIsland(doc.lastChild) ? tr.insert(doc.content.size, schema.nodes.paragraph.create()) : null;
};

// The empty last line below a table or a picture is the editor's, not the story's.
const written = (editor) => {
  if (editor.isEmpty) return "";
  const { doc } = editor.state;
  const ours = doc.childCount > 1 && doc.lastChild.type.name === "paragraph" && !doc.lastChild.childCount && isIsland(doc.child(doc.childCount - 2));
  return ours ? editor.getHTML().replace(/<p><\/p>$/, "") : editor.getHTML();
};

// Where the caret stands at the first (-1) or last (1) line of a table's first or last row: {before, after, cell}, else null.
const tableEdge = ({ state, view }, side) => {
  const { $head, empty } = state.selection;
  if (!empty || !$head.parent.isTextblock) return null;
  let depth = $head.depth;
  while (depth && $head.node(depth).type.name !== "table") depth -= 1;
  if (!depth) return null;
  const cell = $head.node(depth + 2);
  const row = $head.index(depth);
  if (side < 0 ? row > 0 : row + cell.attrs.rowspan < $head.node(depth).childCount) return null;
  for (let inner = depth + 2; inner < $head.depth; inner += 1) {
    if ($head.index(inner) !== (side < 0 ? 0 : $head.node(inner).childCount - 1)) return null;
  }
  if (!view.endOfTextblock(side < 0 ? "up" : "down")) return null;
  return { before: $head.before(depth), after: $head.after(depth), cell, own: $head.depth === depth + 3 };
};

// Beyond the table is no line of text: the caret stands in the gap, where typing begins a paragraph.
const leaveByArrow = (editor, side) => {
  const edge = tableEdge(editor, side);
  if (!edge) return false;
  const { doc, tr } = editor.state;
  const pos = side < 0 ? edge.before : edge.after;
  const next = side < 0 ? doc.resolve(pos).nodeBefore : doc.resolve(pos).nodeAfter;
  if (next && !isIsland(next)) return false;
  editor.view.dispatch(tr.setSelection(gapAt(doc, pos)).scrollIntoView());
  return true;
};

// Enter on an empty line that ends a cell of the last row leaves the table, as it leaves a list.
const leaveByEnter = (editor) => {
  const edge = tableEdge(editor, 1);
  const { $head } = editor.state.selection;
  if (!edge || !edge.own || $head.parent.childCount) return false;
  const { tr, schema } = editor.state;
  if (edge.cell.childCount > 1) tr.delete($head.before(), $head.after());
  const pos = tr.mapping.map(edge.after);
  const next = tr.doc.resolve(pos).nodeAfter;
  if (!next || isIsland(next)) tr.insert(pos, schema.nodes.paragraph.create());
  editor.view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(pos), 1)).scrollIntoView());
  return true;
};

const toEnd = ({ state, view }, side) => {
  const { doc, tr } = state;
  const selection = side > 0 ? Selection.atEnd(doc) : isIsland(doc.firstChild) ? gapAt(doc, 0) : Selection.atStart(doc);
  view.dispatch(tr.setSelection(selection).scrollIntoView());
  return true;
};

const Edges = Extension.create({
  name: "edges",
  priority: 1000,
  onCreate() {
    const line = addLastLine(this.editor.state);
    if (line) this.editor.view.dispatch(line.setMeta("addToHistory", false).setMeta("preventUpdate", true));
  },
  addKeyboardShortcuts() {
    return {
      ArrowUp: ({ editor }) => leaveByArrow(editor, -1),
      ArrowDown: ({ editor }) => leaveByArrow(editor, 1),
      Enter: ({ editor }) => leaveByEnter(editor),
      "Mod-Home": ({ editor }) => toEnd(editor, -1),
      "Mod-End": ({ editor }) => toEnd(editor, 1),
    };
  },
  addProseMirrorPlugins() {
    // A character that comes without a key (an input method, a phone) would land beside the text: begin its paragraph.
    const beforeinput = (view, event) => {
      if (event.inputType !== "insertText" || !event.data || !isGap(view.state.selection)) return false;
      const { tr, schema, selection } = view.state;
      tr.insert(selection.head, schema.nodes.paragraph.create(null, schema.text(event.data)));
      view.dispatch(tr.setSelection(TextSelection.create(tr.doc, selection.head + 1 + event.data.length)).scrollIntoView());
      event.preventDefault();
      return true;
    };
    return [new Plugin({ appendTransaction: (_, __, state) => addLastLine(state), props: { handleDOMEvents: { beforeinput } } })];
  },
});

// A figure of the page it came from is no picture of ours; a picture pasted into the text has no place there.
const Pasting = Extension.create({
  name: "pasting",
  addOptions: () => ({ said: () => {} }),
  onCreate() {
    const { said } = this.options;
    this.editor.setOptions({
      editorProps: {
        ...this.editor.options.editorProps,
        transformPastedHTML(html) {
          const page = new DOMParser().parseFromString(html, "text/html");
          const pictures = page.querySelectorAll("img, picture, svg, video, canvas");
          pictures.forEach((picture) => picture.remove());
          page.querySelectorAll("figure:not([data-picture])").forEach((figure) => figure.replaceWith(...figure.childNodes));
          said(pictures.length);
          listsFromNumbers(page.body);
          return page.body.innerHTML;
        },
        handlePaste(view, event) {
          const data = event.clipboardData;
          if (!data || data.types.includes("text/html")) return false;
          const text = data.getData("text/plain");
          if (!text) {
            said(data.files.length);
            return data.files.length > 0;
          }
          if (!/[\r\n]/.test(text.trim())) return false;
          view.pasteHTML(paragraphs(text));
          return true;
        },
        handleDrop(view, event) {
          const files = event.dataTransfer?.files.length || 0;
          said(files);
          return files > 0;
        },
      },
    });
  },
});

const name = (textarea, editor, labels) => {
  const element = editor.options.element;
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  editor.view.dom.setAttribute("aria-label", label ? label.textContent.replace(/[:：]\s*$/, "") : textarea.name);
  editor.view.dom.setAttribute("role", "textbox");
  editor.view.dom.setAttribute("aria-multiline", "true");
  label?.addEventListener("click", () => editor.commands.focus());
  const bar = element.querySelector(".prose-menubar");
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", labels.toolbar);
  for (const button of bar.querySelectorAll("button")) {
    const said = labels[button.dataset.name];
    if (said) {
      button.title = said;
      button.setAttribute("aria-label", said);
    }
  }
  const press = () => {
    for (const button of bar.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.classList.contains("active")));
      button.disabled = button.classList.contains("disabled");
    }
  };
  editor.on("transaction", () => queueMicrotask(press));
  press();
};

const create = (textarea) => {
  const labels = JSON.parse(textarea.dataset.labels);
  for (const picture of Object.values(JSON.parse(document.getElementById("known-pictures")?.textContent || "{}"))) knowPicture(picture);
  const element = crel("div", { className: "prose-editor" });
  const note = crel("p", { className: "editor-note", role: "status" });
  textarea.before(element);
  element.append(textarea, note);
  const said = (count) => {
    note.textContent = count ? labels.picturesDropped : "";
  };
  const extensions = [
    Document, Paragraph, Text, HardBreak, Bold, Italic, Underline, Strike, Subscript, Superscript, Blockquote, BulletList,
    NumberedList.configure({ enableListAttributes: false }), ListItem, HorizontalRule, Heading.configure({ levels: [2, 3] }),
    Link.configure({ enableTarget: false, protocols: ["http", "https", "mailto", "tel"] }), DeskTable.configure({ resizable: false }), TableRow, TableCell, TableHeader, History,
    Dropcursor, Gapcursor, Edges, Fullscreen, Pasting.configure({ said }), Menu.configure({ groups: GROUPS.map((group) => ({ group })) }),
  ];
  if ("pictures" in textarea.dataset) extensions.push(StoryPicture.configure({ labels }));
  const loaded = textarea.value;
  const editor = new Editor({
    element, extensions, content: loaded, injectCSS: false,
    onUpdate: () => {
      const text = written(editor);
      textarea.value = text === untouched ? loaded : text;
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
    onCreate: () => {
      name(textarea, editor, labels);
      textarea.dispatchEvent(new CustomEvent("desk:editor-ready", { bubbles: true, detail: { editor } }));
    },
  });
  const untouched = written(editor);
  document.addEventListener("desk:insert-picture", (event) => "pictures" in textarea.dataset && insertPicture(editor, event.detail.picture));
};

initializeEditors(create, "[data-desk-editor]");
