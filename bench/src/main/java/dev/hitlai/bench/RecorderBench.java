package dev.hitlai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The recorder against rrweb's, in Chromium: sizes, bytes and time of the same session, and the
 * start on a page of 50,000 nodes. Measured by {@code recorder/bench/bench.ts}, which Node runs;
 * {@code -Dhitlai.bench.rounds} repeats it.
 */
final class RecorderBench implements Benchmark {

  @Override
  public String what() {
    return "the recorder's size, bytes and main-thread time against rrweb alone";
  }

  @Override
  public void run() throws Exception {
    String home = System.getenv("HITLAI_HOME");
    Path recorder = Path.of(home == null ? "." : home, "recorder");
    if (!Files.isDirectory(recorder.resolve("node_modules"))) {
      must(recorder, "npm", "ci", "--silent", "--no-audit", "--no-fund");
    }
    must(recorder, "node", "bench.mjs");
  }

  private static void must(Path folder, String... command) throws Exception {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
    builder
        .environment()
        .put("ROUNDS", String.valueOf(Integer.getInteger("hitlai.bench.rounds", 3)));
    int status;
    try {
      status = builder.start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(
          "Measuring the recorder needs Node.js 20 or newer, which was not found", e);
    }
    if (status != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed");
    }
  }
}
