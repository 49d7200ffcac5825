const every = (selector, act) => document.querySelectorAll(selector).forEach(act);
const first = (selector) => document.querySelector(selector);

every('.burger', (burger) => burger.addEventListener('click', () => {
  const open = first('#top-nav').classList.toggle('open');
  if (burger.hasAttribute('aria-expanded')) { burger.setAttribute('aria-expanded', String(open)); }
}));
every('[data-focus]', (summary) => summary.focus());
every('[data-jump]', (select) => select.addEventListener('change', () => select.form.submit()));

every('.stepper', (stepper) => {
  const hidden = stepper.querySelector('input');
  const move = (by) => {
    const count = Math.min(8, Math.max(1, Number(hidden.value) + by));
    hidden.value = String(count);
    stepper.querySelector('.stepper-value').textContent = count === 1 ? '1 guest' : count + ' guests';
  };
  stepper.querySelector('.fewer').addEventListener('click', () => move(-1));
  stepper.querySelector('.greater').addEventListener('click', () => move(1));
});

{{?search-dates-mouse-only}}
every('.date-pick', (field) => field.addEventListener('mousedown', () => {
  every('.cal-pop', (old) => old.remove());
  const start = new Date(field.dataset.today + 'T12:00:00Z');
  const table = document.createElement('table');
  for (let week = 0; week < 10; week++) {
    const row = table.insertRow();
    for (let day = 0; day < 7; day++) {
      const date = new Date(start.getTime() + (week * 7 + day) * 86400000);
      const cell = row.insertCell();
      cell.textContent = String(date.getUTCDate());
      cell.addEventListener('click', () => {
        field.value = date.toISOString().slice(0, 10);
        every('.cal-pop', (old) => old.remove());
      });
    }
  }
  const pop = document.createElement('div');
  pop.className = 'cal-pop';
  pop.append(table);
  field.parentElement.append(pop);
}));
{{/}}

const voices = [...document.querySelectorAll('.voice')];
let voice = 0;
every('.next-voice', (next) => next.addEventListener('click', (event) => {
  event.preventDefault();
  voice = (voice + 1) % voices.length;
  voices.forEach((one, index) => { one.hidden = index !== voice; });
}));
{{?home-weather-shifts}}every('#weather', (box) => setTimeout(() => { box.hidden = false; }, 1200));{{/}}

every('#most', (range) => range.addEventListener('input', () => {
  first('output[for="most"]').textContent = '€' + range.value;
}));
{{?results-price-drag-only}}
every('.drag-slider', (slider) => {
  const knob = slider.firstElementChild;
  const [low, high] = [Number(slider.dataset.min), Number(slider.dataset.max)];
  knob.addEventListener('pointerdown', (event) => {
    knob.setPointerCapture(event.pointerId);
    knob.onpointermove = (move) => {
      const box = slider.getBoundingClientRect();
      const share = Math.min(1, Math.max(0, (move.clientX - box.left) / box.width));
      const price = Math.round((low + share * (high - low)) / 10) * 10;
      knob.style.left = 'calc(' + share * 100 + '% - 16px)';
      first('.drag-value').textContent = '€' + price;
      slider.parentElement.querySelector('input').value = String(price);
    };
  });
  knob.addEventListener('pointerup', () => { knob.onpointermove = null; });
});
{{/}}

const wanted = new Set();
every('.chip', (chip) => chip.addEventListener('click', () => {
  const has = chip.dataset.has;
  const on = !wanted.delete(has);
  if (on) { wanted.add(has); }
  chip.classList.toggle('on', on);
  if (chip.hasAttribute('aria-pressed')) { chip.setAttribute('aria-pressed', String(on)); }
  let shown = 0;
  every('.card', (card) => {
    const fits = [...wanted].every((one) => card.dataset.has.split(' ').includes(one));
    card.hidden = !fits;
    shown += fits ? 1 : 0;
  });
  every('.show-more', (more) => { more.hidden = true; });
  first('.count').textContent = shown === 1 ? '1 house' : shown + ' houses';
}));
every('.show-more', (more) => more.addEventListener('click', () => {
  const later = [...document.querySelectorAll('.card.later')];
  later.forEach((card) => { card.hidden = false; });
  more.remove();
  {{?results-more-loses-focus}}{{:}}later[0].querySelector('a').focus();{{/}}
}));
every('.card-open', (card) => card.addEventListener('click', () => { location.href = card.querySelector('a').href; }));

const lightbox = first('#lightbox');
let opener = null;
every('.thumb', (thumb) => thumb.addEventListener('click', () => {
  opener = thumb;
  lightbox.querySelector('img').src = thumb.dataset.picture;
  {{?house-lightbox-focus-behind}}lightbox.hidden = false;{{:}}lightbox.showModal();{{/}}
}));
every('.close-lightbox', (close) => close.addEventListener('click', () => {
  {{?house-lightbox-focus-behind}}lightbox.hidden = true;{{:}}lightbox.close();{{/}}
  opener.focus();
}));
document.addEventListener('click', (event) => {
  if (event.target.closest('.open-rules')) { first('#rules').showModal(); }
  if (event.target.closest('.close-rules')) {
    first('#rules').close();
    {{?house-rules-focus-lost}}const button = first('.open-rules'); button.replaceWith(button.cloneNode(true));{{/}}
  }
});

const tabs = [...document.querySelectorAll('.tab')];
const showTab = (chosen, focus) => {
  tabs.forEach((tab) => {
    const on = tab === chosen;
    tab.classList.toggle('on', on);
    document.getElementById(tab.dataset.panel).hidden = !on;
    if (tab.hasAttribute('role')) {
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
    }
  });
  if (focus) { chosen.focus(); }
};
tabs.forEach((tab, index) => {
  tab.addEventListener('click', () => showTab(tab, false));
  tab.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by !== 0 && tab.hasAttribute('role')) { showTab(tabs[(index + by + tabs.length) % tabs.length], true); }
    if (event.key === 'Enter' && !tab.hasAttribute('role')) { showTab(tab, false); }
  });
});

const fillDate = (date) => {
  const [arrive, depart] = [first('.book-form #arrive'), first('.book-form #depart')];
  const target = !arrive.value || depart.value || date <= arrive.value ? arrive : depart;
  if (target === arrive) { depart.value = ''; }
  target.value = date;
  target.dispatchEvent(new Event('change', { bubbles: true }));
};
every('.calendar .day', (day) => day.addEventListener('click', () => {
  fillDate(day.dataset.date);
  const chosen = [first('.book-form #arrive').value, first('.book-form #depart').value];
  every('.calendar .day', (other) => {
    const on = chosen.includes(other.dataset.date);
    other.classList.toggle('on', on);
    other.setAttribute('aria-pressed', String(on));
  });
}));
{{?house-calendar-traps}}
every('.calendar', (calendar) => calendar.addEventListener('keydown', (event) => {
  if (event.key !== 'Tab') { return; }
  event.preventDefault();
  const days = [...calendar.querySelectorAll('.day')];
  const at = days.indexOf(document.activeElement);
  days[(at + (event.shiftKey ? -1 : 1) + days.length) % days.length].focus();
}));
{{/}}
{{?house-reserve-disabled}}
every('.book-form', (form) => {
  const check = () => { form.querySelector('.reserve').disabled = !form.querySelector('#arrive').value || !form.querySelector('#depart').value; };
  form.addEventListener('change', check);
  check();
});
{{/}}
every('.copy-link', (copy) => copy.addEventListener('click', () => {
  const copied = navigator.clipboard ? navigator.clipboard.writeText(location.href) : Promise.resolve();
  {{?house-copy-without-answer}}copied.catch(() => {});{{:}}copied.catch(() => {}).then(() => { first('.copied').textContent = 'The link is copied.'; });{{/}}
}));

{{?book-guest-clock}}
every('[data-clock]', (clock) => {
  let left = Number(clock.dataset.clock);
  setInterval(() => {
    left -= 1;
    clock.textContent = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
    if (left <= 0) { location.assign('/stays'); }
  }, 1000);
});
{{/}}
{{?book-guest-email-twice}}
every('#email2', (field) => field.addEventListener('paste', (event) => event.preventDefault()));
{{/}}
every('#extras-form', (form) => {
  const total = () => {
    let cents = Number(form.dataset.base);
    form.querySelectorAll('input:checked[data-cents], .toggle.on').forEach((one) => { cents += Number(one.dataset.cents); });
    {{?book-extras-total-stale}}{{:}}first('.total').textContent = '€' + (cents / 100).toFixed(2);{{/}}
  };
  form.querySelectorAll('.toggle').forEach((toggle) => toggle.addEventListener('click', () => {
    toggle.parentElement.querySelector('input').value = toggle.classList.toggle('on') ? 'yes' : '';
    total();
  }));
  form.addEventListener('change', total);
});

every('.ask', (ask) => ask.addEventListener('click', () => {
  const answer = document.getElementById(ask.dataset.answer);
  answer.hidden = !answer.hidden;
  if (ask.hasAttribute('aria-expanded')) { ask.setAttribute('aria-expanded', String(!answer.hidden)); }
}));
{{?layout-script-error}}
if (first('.foot')) { guestTracker.identify({ page: document.title }); }
{{/}}
