package dev.hitlai.demosite.shop;

/** A wait that is part of a planted defect: the slow answer. */
final class Pause {

  private Pause() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException shopCloses) {
      Thread.currentThread().interrupt();
    }
  }
}
