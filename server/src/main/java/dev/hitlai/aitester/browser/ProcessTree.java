package dev.hitlai.aitester.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process with all that it started, ended from outside when it does not listen any more. */
record ProcessTree(ProcessHandle root) {

  /** Ends everything below the root, the root itself stays. */
  void endChildren() {
    end(root.descendants().toList());
  }

  void endAll() {
    var all = root.descendants().toList();
    root.destroyForcibly();
    end(all);
  }

  /**
   * Ends the processes that run pages, which the browser survives; false when none could be told
   * apart on this system.
   */
  boolean endRenderers() {
    var renderers = root.descendants().filter(ProcessTree::isRenderer).toList();
    end(renderers);
    return !renderers.isEmpty();
  }

  private static void end(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean isRenderer(ProcessHandle process) {
    return commandLine(process).contains("--type=renderer");
  }

  /** Chromium rewrites its children's arguments, so that Linux needs a look at the source. */
  private static String commandLine(ProcessHandle process) {
    var file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    if (Files.isReadable(file)) {
      try {
        return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
      } catch (IOException gone) {
        return ""; // It ended meanwhile.
      }
    }
    return process.info().commandLine().orElse("");
  }
}
