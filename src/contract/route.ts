/** A route of the gateway as data, without schemas. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{name}` is a path parameter. */
  path: string;
  /** `proof`: a bearer token got by one-time code; `staff`: a session cookie of the gateway's own origin; `token`: a bearer token of an agency's own system. */
  who: 'anyone' | 'proof' | 'staff' | 'token';
  /** Status of a good answer; 200 when absent. */
  status?: 201 | 202 | 204;
  /** What is sent: JSON by default; `bytes` for a file; `part` for some of one, of which also counts what came before the line was cut. */
  sends?: 'json' | 'bytes' | 'part';
  /** What comes back: JSON by default; `bytes` for a file; `events` for a stream of them (`text/event-stream`), each with JSON as its data. */
  gives?: 'json' | 'bytes' | 'events';
}
