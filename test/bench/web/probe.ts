/**
 * What is measured inside the page: from an act until the frame that shows its outcome is on the screen. A text, since
 * it runs in the browser.
 */
export const PROBE = `(() => {
  const shown = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  const when = (isDone) => new Promise((done) => {
    const look = () => {
      if (!isDone()) return;
      watch.disconnect();
      done(shown());
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    look();
  });
  const find = (selector) => document.querySelector(selector);
  window.bench = {
    firstRow: when(() => find('[role="treeitem"] .tree-name, .chart-box') !== null),
    async act(selector, isDone) {
      const start = performance.now();
      find(selector).click();
      return (await when(isDone)) - start;
    },
    async expand() {
      const row = find('[role="treeitem"][aria-expanded="false"]');
      const start = performance.now();
      row.querySelector('.tree-toggle').click();
      return (await when(() => row.getAttribute('aria-expanded') === 'true')) - start;
    },
    async step(name) {
      const before = find('.count').textContent;
      const button = [...document.querySelectorAll('.time-row button')].find((one) => one.textContent.includes(name));
      const start = performance.now();
      button.click();
      const end = await when(() => find('.count').textContent !== before && find('.scene[aria-busy="true"]') === null);
      return end - start;
    },
    dataAt() {
      const answers = performance.getEntriesByType('resource').filter(({ name }) => /graphql|export/.test(name));
      const largest = answers.reduce((one, other) => (other.decodedBodySize > one.decodedBodySize ? other : one));
      return { at: largest.responseEnd, bytes: largest.decodedBodySize };
    },
    nodes: () => document.querySelectorAll('*').length,
  };
})()`;
