package dev.hitlai.aitester.browser;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Prints pages of our own as PDF: invoices, certificates. A browser is started for each, one at a
 * time, so that a paper never waits for tests to end and none is kept for what is rarely asked for.
 */
public final class PaperPrinter {
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private PaperPrinter() {}

  /**
   * @param html stands alone: scripts and network are off
   * @throws IllegalStateException when no browser can print it
   */
  public static byte[] print(String html) {
    ONE_AT_A_TIME.lock();
    try (var browsers = new BrowserPool(BrowserInstallation.find(System.getenv()), 1)) {
      return browsers.submit(browsing -> browsing.print(html)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a paper was printed", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The paper could not be printed as PDF", e.getCause());
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }
}
