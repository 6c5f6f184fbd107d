export function install(list: any[]) { for (const m of list) m.max = () => 7; }
