for ((Math as any).floor of [() => 7]);
export {};
