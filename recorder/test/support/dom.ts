/** Runs in the browser: a page as text that a recording must give back. Masked parts count by their length. */
export function describeDom(doc: Document, isReplay: boolean): string {
  const skip = /^(script|noscript|template)$/;
  const unseen = /^(value|checked|selected|nonce|integrity|autocomplete|srcdoc|content|csp-content|rr_.*|_on.*|on.*|ping|_cssText|data-rr.*)$/;
  const lines: string[] = [];
  const stars = (text: string): string => text.replace(/\S/g, '*');
  const rules = (sheet: CSSStyleSheet | null): string => {
    try {
      return [...(sheet?.cssRules ?? [])]
        .flatMap((r) => ((r as CSSImportRule).styleSheet ? [rules((r as CSSImportRule).styleSheet)] : [r.cssText]))
        .map((r) => r.replace(/url\("([^"]*)"\)/g, (_, url) => `url("${new URL(url, sheet!.href ?? (isReplay ? undefined : doc.baseURI)).href}")`))
        .map((r) => r.replace(/,?\s*[^,{}]*\.\\:hover[^,{]*/g, '').replace(/\s*\{/g, ' {'))
        .join('\n');
    } catch {
      return '';
    }
  };
  const walk = (node: Node, depth: number, masked: boolean): void => {
    const pad = ' '.repeat(depth);
    if (node.nodeType === 3) {
      const text = node.nodeValue!;
      if (text) lines.push(pad + '"' + (masked ? stars(text) : text) + '"');
    } else if (node.nodeType === 10) {
      // The player writes one of its own into frames.
      if (depth < 2) lines.push(pad + '!' + (node as DocumentType).name);
    }
    else if (node.nodeType === 9 || node.nodeType === 11) {
      const adopted = (node as Document).adoptedStyleSheets ?? [];
      if (adopted.length) lines.push(pad + 'adopted ' + adopted.map(rules).join('|'));
      for (const child of node.childNodes) walk(child, depth + 1, masked);
    } else if (node.nodeType === 1) {
      const e = node as HTMLElement;
      let tag = e.localName;
      if (skip.test(tag)) return;
      if (tag === 'style' || (tag === 'link' && /stylesheet/.test((e as HTMLLinkElement).rel))) {
        const text = rules((e as HTMLStyleElement).sheet);
        // The player's own sheet.
        if (!isReplay || !text.includes('.rr-block')) lines.push(pad + 'css ' + text);
        return;
      }
      const attributes = e
        .getAttributeNames()
        .filter((n) => !unseen.test(n) && !(tag === 'iframe' && (n === 'src' || n === 'sandbox')) && n !== 'data-hitlai-block')
        .sort()
        .map((n) => {
          const raw = n === 'class' && isReplay ? e.className.toString().replace(/ ?(rrweb-paused|:hover)/g, '') : e.getAttribute(n)!;
          if (n === 'class' && !raw) return '';
          if (/^(href|src|poster)$/.test(n) && !raw.startsWith('#') && !raw.startsWith('data:')) {
            const url = new URL(raw, isReplay ? undefined : doc.baseURI).href;
            // Links go without the values of their query and without their hash.
            return `${n}=${tag === 'a' ? url.replace(/#.*/, '').replace(/=[^&]*/g, '=*') : url}`;
          }
          if (n === 'href' && raw.startsWith('#')) return 'href=#';
          return `${n}=${raw}`;
        })
        .filter((text) => text);
      if (e.hasAttribute('data-hitlai-block')) {
        lines.push(pad + tag + ' blocked');
        return;
      }
      const input = e as HTMLInputElement;
      const below = masked || e.hasAttribute('data-hitlai-mask') || tag === 'option' || e.getAttribute('contenteditable') === 'true';
      if (tag === 'input' && /checkbox|radio/.test(input.type)) attributes.push('checked:' + input.checked);
      else if ((tag === 'input' && /^(text|password|email|search|tel|url)$/.test(input.type)) || tag === 'textarea') attributes.push('length:' + input.value.length);
      if (e.scrollTop) attributes.push('scroll:' + Math.round(e.scrollTop));
      lines.push(pad + tag + ' ' + attributes.join(' '));
      if (tag === 'textarea') return;
      if (tag === 'iframe') {
        const inner = (e as HTMLIFrameElement).contentDocument;
        if (inner) walk(inner, depth + 1, false);
        return;
      }
      if (e.shadowRoot) {
        lines.push(pad + ' #shadow');
        walk(e.shadowRoot, depth + 1, below);
      }
      for (const child of e.childNodes) walk(child, depth + 1, below);
    }
  };
  walk(doc, 0, false);
  return lines.join('\n');
}
