package dev.hitlai.models.internal;

import java.util.function.ObjIntConsumer;

/** What measures an AI tester on something whose defects are known. */
interface Trial {

  /** What it is called, such as {@code demo-shop}. */
  String name();

  /** Of what was measured: figures of two versions don't compare. */
  String version();

  /**
   * Carries it out on the calling thread.
   *
   * @param progress hears what is being done, and how far it is in percent
   */
  Result run(ObjIntConsumer<String> progress) throws InterruptedException;

  /**
   * @param planted defects that are there
   * @param found of them
   * @param findings that were made
   * @param right of them are a planted defect
   */
  record Result(int planted, int found, int findings, int right) {
    public Result {
      if (planted < 1 || found < 0 || found > planted || right < 0 || right > findings) {
        throw new IllegalArgumentException(
            "Not a result: %d of %d found, %d of %d right"
                .formatted(found, planted, right, findings));
      }
    }
  }
}
