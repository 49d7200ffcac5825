// Run where the page listens to the device's movement: tilts and shakes it, and looks whether something changes.
const state = () => document.body.innerHTML + [...document.querySelectorAll('input, select, textarea')].map((el) => el.value + el.checked).join('|');
const before = state();
const send = (event) => {
  try {
    window.dispatchEvent(event);
  } catch {
    // A browser without the sensor.
  }
};
for (const tilt of [20, 45, -45]) {
  send(new DeviceOrientationEvent('deviceorientation', { alpha: tilt, beta: tilt, gamma: tilt, absolute: false }));
  const turn = { alpha: tilt, beta: tilt, gamma: tilt };
  send(new DeviceMotionEvent('devicemotion', { acceleration: { x: tilt, y: tilt, z: tilt }, accelerationIncludingGravity: { x: tilt, y: tilt, z: tilt }, rotationRate: turn, interval: 16 }));
}
await new Promise((done) => setTimeout(done, 80));
if (state() === before) return '[]';
const words = /motion|tilt|shak|sensor|gyro|movement|bewegung|mouvement|movimiento/i;
const control = [...document.querySelectorAll('button, input, select, [role=switch], [role=checkbox], a[href]')]
  .some((el) => el.checkVisibility({ visibilityProperty: true }) && words.test(dom.name(el)));
return JSON.stringify(control ? [] : [{ rule: '', selector: null, signature: 'page', identity: '', label: document.title, html: null, box: null, measured: {} }]);
