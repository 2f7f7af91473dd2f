// The words of the editor's package: it asks window.gettext for them, and the page brings them in data-words.
(() => {
  const before = window.gettext;
  let words = null;
  window.gettext = (text) => {
    if (!words) {
      const field = document.querySelector("[data-words]");
      words = field ? JSON.parse(field.dataset.words) : {};
    }
    return words[text] || (before ? before(text) : text);
  };
})();
