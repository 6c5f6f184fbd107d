declare let hooks: any;
export function fire() { hooks.grow(); }
