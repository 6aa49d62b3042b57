import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

interface ListOrder {
  /** The rows as the list on screen has them; undefined while there is no list. */
  readonly rows: Uint32Array | undefined;
  readonly setRows: (rows: Uint32Array | undefined) => void;
}

const ListOrderContext = createContext<ListOrder>({ rows: undefined, setRows: () => undefined });

/** Lets the details step through the events in the order in which the list shows them. */
export function ListOrderProvider({ children }: { readonly children: ReactNode }) {
  const [rows, setRows] = useState<Uint32Array>();
  return <ListOrderContext value={useMemo(() => ({ rows, setRows }), [rows])}>{children}</ListOrderContext>;
}

/** The rows as the list on screen has them; undefined while there is no list: then time is the order. */
export function useListOrder(): Uint32Array | undefined {
  return useContext(ListOrderContext).rows;
}

/** Says how a list has its rows, for as long as it is on screen. */
export function useAsListOrder(rows: Uint32Array): void {
  const { setRows } = useContext(ListOrderContext);
  useEffect(() => {
    setRows(rows);
    return () => setRows(undefined);
  }, [rows, setRows]);
}
