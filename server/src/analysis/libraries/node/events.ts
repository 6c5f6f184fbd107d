/**
 * `node:events` as a text that is analysed like any module: what an `EventEmitter` does with listeners, by its documented
 * behaviour. What code of the program does not usually need is `unseen`, and whatever it is given may be changed.
 */
export const EVENTS = `
declare function unseen(...given: any[]): any;

function listen(emitter, name, f, first) {
  const all = emitter._events;
  if (all.has('newListener')) emitter.emit('newListener', name, f);
  const before = all.get(name);
  all.set(name, before === undefined ? [f] : first ? [f, ...before] : [...before, f]);
  return emitter;
}

function onceOnly(emitter, name, f) {
  const wrapped = function (...args) {
    emitter.removeListener(name, wrapped);
    return f.apply(emitter, args);
  };
  return wrapped;
}

export class EventEmitter {
  constructor() {
    this._events = new Map();
    this._eventsCount = 0;
    this._maxListeners = undefined;
  }
  on(name, f) {
    return listen(this, name, f, false);
  }
  addListener(name, f) {
    return listen(this, name, f, false);
  }
  prependListener(name, f) {
    return listen(this, name, f, true);
  }
  once(name, f) {
    return this.on(name, onceOnly(this, name, f));
  }
  prependOnceListener(name, f) {
    return this.prependListener(name, onceOnly(this, name, f));
  }
  removeListener(name, f) {
    const all = this._events;
    const before = all.get(name);
    if (before !== undefined) {
      all.set(name, before.filter((x) => x !== f));
      if (all.has('removeListener')) this.emit('removeListener', name, f);
    }
    return this;
  }
  off(name, f) {
    return this.removeListener(name, f);
  }
  removeAllListeners(name) {
    if (name === undefined) this._events = new Map();
    else this._events.delete(name);
    return this;
  }
  emit(name, ...args) {
    const all = this._events.get(name);
    if (all === undefined) {
      if (name === 'error') throw args[0];
      return false;
    }
    for (const f of all) f.apply(this, args);
    return all.some(() => true);
  }
  listenerCount(name) {
    const all = this._events.get(name);
    return all === undefined ? 0 : all.filter(() => true).length;
  }
  eventNames() {
    return [...this._events.keys()];
  }
  setMaxListeners() {
    return this;
  }
  getMaxListeners() {
    return Number(unseen());
  }
  listeners() {
    return unseen(this);
  }
  rawListeners() {
    return unseen(this);
  }
  static once(emitter) {
    return unseen(emitter);
  }
  static on(emitter) {
    return unseen(emitter);
  }
}

export function once(emitter) {
  return unseen(emitter);
}
export function on(emitter) {
  return unseen(emitter);
}
export function getEventListeners(emitter) {
  return unseen(emitter);
}
export default EventEmitter;
`;
