const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

each('.departments button.menu-label', (button) => {
  const item = button.closest('.departments');
  const show = (open) => {
    item.classList.toggle('open', open);
    button.setAttribute('aria-expanded', String(open));
  };
  button.addEventListener('click', () => show(!item.classList.contains('open')));
  item.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { show(false); button.focus(); }
  });
});

each('.error-summary[data-focus]', (summary) => summary.focus());

each('[data-busy]', (form) => form.addEventListener('submit', () => {
  const button = form.querySelector('button.primary');
  button.setAttribute('aria-disabled', 'true');
  button.textContent = form.dataset.busy;
}));

each('.view-toggle button', (button) => button.addEventListener('click', () => {
  each('.cards', (cards) => {
    const asList = button.dataset.view === 'toggle' ? !cards.classList.contains('as-list') : button.dataset.view === 'list';
    cards.classList.toggle('as-list', asList);
    if (button.dataset.view === 'toggle') { button.textContent = asList ? 'Show as grid' : 'Show as list'; }
  });
}));

const slides = [...document.querySelectorAll('.carousel .slide')];
let slide = 0;
const nextSlide = () => {
  slide = (slide + 1) % slides.length;
  slides.forEach((image, index) => { image.hidden = index !== slide; });
};
each('.next-slide', (button) => button.addEventListener('click', nextSlide));
{{?home-carousel-autoplay}}if (slides.length) { setInterval(nextSlide, 3500); }{{/}}
{{?home-late-banner-shift}}each('#promo-late', (promo) => setTimeout(() => { promo.hidden = false; }, 1500));{{/}}

each('.thumb', (thumb) => thumb.addEventListener('click', () => {
  const main = document.querySelector('.gallery-main');
  main.src = main.src.split('#')[0] + '#svgView(viewBox(' + thumb.dataset.view + '))';
  each('button.thumb', (other) => other.setAttribute('aria-pressed', String(other === thumb)));
}));

const care = document.getElementById('care-dialog');
each('.open-care', (opener) => opener.addEventListener('click', () => {
  care.hidden = false;
  care.querySelector('button, a').focus();
}));
each('#care-dialog .close', (close) => close.addEventListener('click', () => {
  care.hidden = true;
  document.querySelector('.open-care').focus();
}));
{{?product-dialog-trap}}
each('#care-dialog.sheet', (dialog) => dialog.addEventListener('keydown', (event) => {
  if (event.key === 'Tab') { event.preventDefault(); dialog.querySelector('a').focus(); }
}));
{{:}}
if (care) {
  care.addEventListener('keydown', (event) => {
    const stops = [...care.querySelectorAll('a, button')];
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (event.key === 'Escape') { care.querySelector('.close').click(); }
    if (event.key === 'Tab' && document.activeElement === edge) {
      event.preventDefault();
      (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
    }
  });
}
{{/}}

each('#reviews-toggle', (toggle) => toggle.addEventListener('click', () => {
  {{?product-reviews-script-error}}reviewWidget.open(toggle);{{/}}
  const list = document.getElementById('reviews');
  list.hidden = !list.hidden;
  toggle.setAttribute('aria-expanded', String(!list.hidden));
}));

{{?help-faq-unreachable}}
each('.faq-q', (question) => question.addEventListener('click', () => {
  question.nextElementSibling.hidden = !question.nextElementSibling.hidden;
}));
{{/}}
{{?category-filter-autosubmit}}
each('[data-autosubmit]', (field) => field.addEventListener('change', () => field.form.submit()));
{{/}}
{{?payment-paste-blocked}}
each('#card-number', (field) => field.addEventListener('paste', (event) => event.preventDefault()));
{{/}}
{{?home-console-error}}
if (document.querySelector('.hero')) { console.error('Personalisation: segment is undefined'); }
{{/}}

each('[data-countdown]', (clock) => {
  let left = Number(clock.dataset.countdown);
  const timer = setInterval(() => {
    left -= 1;
    clock.textContent = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
    if (left <= 0) {
      clearInterval(timer);
      if (clock.dataset.expire) { window.location.assign(clock.dataset.expire); }
    }
  }, 1000);
});
