import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Builds the recorder with Node when its sources are not those that {@code recorder/dist} was built
 * from; else it does nothing and needs nothing.
 *
 * <p>Argument: the recorder's folder.
 */
final class BuildRecorder {
  private static final Pattern HASH = Pattern.compile("\"hash\": \"([0-9a-f]+)\"");

  public static void main(String[] args) throws Exception {
    var recorder = Path.of(args[0]).toAbsolutePath().normalize();
    var manifest = recorder.resolve("dist/manifest.json");
    if (Files.exists(manifest)) {
      var built = HASH.matcher(Files.readString(manifest));
      if (built.find() && built.group(1).equals(hashOf(recorder))) {
        return;
      }
    }
    if (!runs(recorder, "node", "--version")) {
      System.err.println(
          "The recorder's sources have changed and building it needs Node.js 20 or newer, which was"
              + " not found: install it (package nodejs) or restore recorder/src.");
      System.exit(1);
    }
    if (!Files.isDirectory(recorder.resolve("node_modules")) || isOlder(recorder)) {
      must(recorder, "npm", "ci", "--no-audit", "--no-fund");
    }
    must(recorder, "node", "build.mjs");
  }

  /** The same as `sourceHash` of build.mjs. */
  private static String hashOf(Path recorder) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    var files = new ArrayList<>(sources(recorder.resolve("src")));
    files.addAll(sources(recorder.resolveSibling("extension")));
    for (var name : List.of("build.mjs", "npm.d.ts", "package.json", "package-lock.json")) {
      files.add(recorder.resolve(name));
    }
    for (var file : files) {
      var name = recorder.relativize(file).toString().replace('\\', '/');
      var text = Files.readString(file).replace("\r\n", "\n");
      digest.update((name + "\n" + text + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
  }

  /** Depth first, each folder by name, as the other side does it. */
  private static List<Path> sources(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      var found = new ArrayList<Path>();
      for (var entry :
          entries.sorted(Comparator.comparing(p -> p.getFileName().toString())).toList()) {
        if (Files.isDirectory(entry)) {
          found.addAll(sources(entry));
        } else {
          found.add(entry);
        }
      }
      return found;
    }
  }

  private static boolean isOlder(Path recorder) throws IOException {
    var installed = recorder.resolve("node_modules/.package-lock.json");
    return !Files.exists(installed)
        || Files.getLastModifiedTime(installed)
                .compareTo(Files.getLastModifiedTime(recorder.resolve("package-lock.json")))
            < 0;
  }

  private static void must(Path folder, String... command) throws Exception {
    if (!runs(folder, command)) {
      System.err.println(
          "The recorder could not be built: " + String.join(" ", command) + " failed.");
      System.exit(1);
    }
  }

  private static boolean runs(Path folder, String... command) throws InterruptedException {
    var words = new ArrayList<>(List.of(command));
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")) {
      words.addAll(0, List.of("cmd", "/c"));
    }
    try {
      var process =
          new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean worked = process.waitFor() == 0;
      if (!worked) {
        System.err.print(output);
      }
      return worked;
    } catch (IOException e) {
      return false;
    }
  }
}
