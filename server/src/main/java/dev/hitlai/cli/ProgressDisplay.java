package dev.hitlai.cli;

import dev.hitlai.aitester.RunListener;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Shows a run's progress: one bar that is redrawn on a terminal, a line for each change elsewhere.
 */
final class ProgressDisplay implements RunListener {
  private static final int WIDTH = 24;

  private final PrintStream out;
  private final boolean terminal;
  private String last = "";

  ProgressDisplay(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public synchronized void progress(String what, double fraction) {
    var percent = (int) Math.round(100 * Math.clamp(fraction, 0, 1));
    if (terminal) {
      var filled = percent * WIDTH / 100;
      out.printf(
          Locale.ROOT,
          "\r\u001B[2K[%s%s] %3d %%  %s",
          "#".repeat(filled),
          "-".repeat(WIDTH - filled),
          percent,
          shortened(what));
      out.flush();
    } else if (!what.equals(last)) {
      out.printf(Locale.ROOT, "%3d %%  %s%n", percent, what);
    }
    last = what;
  }

  synchronized void done() {
    if (terminal && !last.isEmpty()) {
      out.print("\r\u001B[2K");
      out.flush();
    }
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }
}
