package dev.hitlai.demosite.site;

/** A wait that is part of a planted defect: the slow answer. */
public final class Pause {

  private Pause() {}

  public static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException shopCloses) {
      Thread.currentThread().interrupt();
    }
  }
}
