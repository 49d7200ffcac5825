package dev.hitlai.aitester.browser;

import dev.hitlai.aitester.SiteUntestable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Chromium or Chrome of this machine. It is looked for, never downloaded.
 *
 * @param executable what starts it
 */
public record BrowserInstallation(Path executable) {
  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "chrome",
          "microsoft-edge",
          "chrome.exe");
  private static final List<String> FOLDERS =
      List.of(
          "/usr/bin",
          "/usr/local/bin",
          "/snap/bin",
          "/opt/google/chrome",
          "/usr/lib/chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "C:\\Program Files\\Google\\Chrome\\Application",
          "C:\\Program Files (x86)\\Google\\Chrome\\Application");

  /**
   * Looks at {@code HITLAI_BROWSER}, then along {@code PATH}, then in the usual folders.
   *
   * @throws SiteUntestable {@code BROWSER_MISSING}, with the command that installs one
   */
  public static BrowserInstallation find(Map<String, String> environment) {
    var named = environment.get("HITLAI_BROWSER");
    if (named != null && !named.isBlank()) {
      return new BrowserInstallation(named(Path.of(named)));
    }
    return candidates(environment)
        .filter(Files::isRegularFile)
        .filter(Files::isExecutable)
        .findFirst()
        .map(BrowserInstallation::new)
        .orElseThrow(
            () ->
                missing(
                    "No Chromium or Chrome was found; "
                        + advice(System.getProperty("os.name", ""))));
  }

  /** The one of this process's environment, if there is one. */
  public static Optional<BrowserInstallation> present() {
    try {
      return Optional.of(find(System.getenv()));
    } catch (SiteUntestable missing) {
      return Optional.empty();
    }
  }

  private static Path named(Path path) {
    if (!Files.isExecutable(path) || Files.isDirectory(path)) {
      throw missing(
          "HITLAI_BROWSER names " + path + ", which is not a program that can be started.");
    }
    return path;
  }

  private static Stream<Path> candidates(Map<String, String> environment) {
    var separator = Pattern.quote(System.getProperty("path.separator", ":"));
    var searched =
        Stream.of(environment.getOrDefault("PATH", "").split(separator)).filter(s -> !s.isBlank());
    return Stream.concat(searched, FOLDERS.stream())
        .flatMap(
            folder ->
                Stream.concat(
                    NAMES.stream().map(name -> Path.of(folder, name)), Stream.of(Path.of(folder))));
  }

  private static SiteUntestable missing(String sentence) {
    return new SiteUntestable(SiteUntestable.Reason.BROWSER_MISSING, sentence);
  }

  private static String advice(String system) {
    if (system.startsWith("Mac")) {
      return "install one with `brew install --cask chromium`, or set HITLAI_BROWSER to its path.";
    }
    if (system.startsWith("Windows")) {
      return "install one with `winget install Google.Chrome`, or set HITLAI_BROWSER to its path.";
    }
    return "install one with `sudo apt-get install chromium` (Fedora: `sudo dnf install chromium`),"
        + " or set HITLAI_BROWSER to its path.";
  }
}
