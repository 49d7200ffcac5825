import type { Page } from 'playwright-core';

/** A shop's list of products with a filter, a cart and a form, in the way that frameworks write it. */
export function shopPage(): string {
  const css = Array.from({ length: 180 }, (_, i) => `.u-${i}{margin:${i % 9}px;padding:${i % 5}px;color:#${(i * 7919).toString(16).slice(0, 3).padEnd(3, '0')}}`).join('\n');
  const items = Array.from({ length: 120 }, (_, i) => `<article class="card u-${i} u-${i + 7}" data-id="${i}"><img src="/p/${i}.jpg" alt="Product ${i}" width="80" height="80"><h3 class="card__title">Product number ${i}</h3><p class="card__text">A fine thing of ${['clay', 'wood', 'steel', 'glass'][i % 4]} for ${['kitchen', 'garden', 'desk'][i % 3]}.</p><span class="price">€ ${(i * 37) % 90}.99</span><button class="btn btn--primary" type="button">Add to cart</button></article>`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><style>body{font-family:sans-serif}.card{display:inline-block;width:220px;border:1px solid #ddd}${css}</style></head><body>
<header><h1>Shop</h1><nav>${['Home', 'Sale', 'Help'].map((n) => `<a href="/${n}">${n}</a>`).join('')}</nav><input id="search" placeholder="Search"><span id="cart">0</span></header><main id="list">${items}</main>
<form id="form"><label>Name <input name="name"></label><label>Mail <input name="mail" type="email"></label><textarea name="note"></textarea><button type="button">Order</button></form><ul id="log"></ul>
<script>
let cart = 0; const list = document.getElementById('list'); const all = [...list.children];
list.addEventListener('click', (e) => { const b = e.target.closest('button'); if (!b) return; b.textContent = 'Added'; b.classList.add('is-added'); document.getElementById('cart').textContent = ++cart; const t = document.createElement('div'); t.className = 'toast'; t.innerHTML = '<b>In your cart</b><p>' + b.closest('article').querySelector('h3').textContent + '</p>'; document.body.append(t); setTimeout(() => t.remove(), 600); });
document.getElementById('search').addEventListener('input', (e) => { list.replaceChildren(...all.filter((a) => a.textContent.includes(e.target.value.slice(0, 1)))); });
setInterval(() => { const l = document.getElementById('log'); l.insertAdjacentHTML('beforeend', '<li class="entry"><time>' + new Date().toISOString() + '</time> somebody bought something</li>'); if (l.children.length > 8) l.firstElementChild.remove(); }, 500);
</script></body></html>`;
}

/** A minute of browsing, at five times the speed. */
export async function SESSION(page: Page): Promise<void> {
  const move = async (x: number, y: number): Promise<void> => page.mouse.move(x, y, { steps: 12 });
  for (let i = 0; i < 6; i++) {
    await move(150 + i * 90, 220 + (i % 3) * 120);
    await page.locator('article button').nth(i * 3).click();
    await page.waitForTimeout(250);
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(250);
    await move(900 - i * 60, 500);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('#search').click();
  await page.keyboard.type('Product', { delay: 60 });
  await page.locator('input[name=name]').click();
  await page.keyboard.type('Ann Example', { delay: 50 });
  await page.locator('input[name=mail]').click();
  await page.keyboard.type('ann@example.org', { delay: 50 });
  await page.locator('textarea').click();
  await page.keyboard.type('Please ring twice, the bell is quiet.', { delay: 40 });
  await page.locator('#form button').click();
  await move(300, 300);
  await page.waitForTimeout(800);
}

/** A page with about so many nodes. */
export function largePage(nodes: number): string {
  const rows = Array.from({ length: Math.round(nodes / 9) }, (_, i) => `<tr class="row r${i % 11}" data-id="${i}"><td>${i}</td><td><a href="/item/${i}">Item ${i}</a></td><td><span class="tag">Text of row ${i}</span></td></tr>`).join('');
  return `<!doctype html><html><head><title>Large</title><style>td{padding:2px}</style></head><body><h1>Large</h1><input id="q"><table><tbody>${rows}</tbody></table></body></html>`;
}
