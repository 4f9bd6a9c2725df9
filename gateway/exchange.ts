/** One request over HTTP whose answer is wanted as a whole: collected as it comes, without a stream in between. */
import type { Dispatcher } from "undici";
import type { Patience } from "./clock.ts";

export interface Received {
  status: number;
  contentType: string;
  text: string;
}

/**
 * What is received.
 * @throws why `patience` ended, when it does before the answer is there; otherwise the HTTP client's error
 */
export function exchange(
  over: Dispatcher,
  request: Dispatcher.DispatchOptions,
  patience: Patience,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const reception = new Reception(resolve, reject);
    patience.whenEnded((why) => reception.giveUp(why));
    if (!patience.ended) over.dispatch(request, reception);
  });
}

class Reception implements Dispatcher.DispatchHandler {
  readonly #resolve: (received: Received) => void;
  readonly #reject: (error: unknown) => void;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #givenUp: Error | undefined;
  #status = 0;
  #contentType = "";

  constructor(resolve: (received: Received) => void, reject: (error: unknown) => void) {
    this.#resolve = resolve;
    this.#reject = reject;
  }

  giveUp(why: Error): void {
    this.#givenUp = why;
    this.#reject(why);
    this.#controller?.abort(why);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It may have waited for a connection for longer than anybody waits for it.
    if (this.#givenUp) controller.abort(this.#givenUp);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#status = status;
    this.#contentType = String(headers["content-type"]);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first, ...more] = this.#chunks;
    const all = more.length === 0 ? first : Buffer.concat(this.#chunks);
    this.#resolve({
      status: this.#status,
      contentType: this.#contentType,
      text: all?.toString("utf8") ?? "",
    });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }
}
