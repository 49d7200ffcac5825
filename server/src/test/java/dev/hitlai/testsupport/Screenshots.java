package dev.hitlai.testsupport;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Photographs pages of a running server at 1440 and 390 px, light and dark, for docs/screenshots.
 *
 * <pre>Screenshots FOLDER http://127.0.0.1:8080 EMAIL:PASSWORD|- NAME=/path …</pre>
 */
public final class Screenshots {
  private Screenshots() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 4) {
      System.err.println("Usage: Screenshots FOLDER ADDRESS EMAIL:PASSWORD|- NAME=/path …");
      System.exit(2);
    }
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Pages pages = Pages.of(arguments[1]);
    if (!arguments[2].equals("-")) {
      String[] credentials = arguments[2].split(":", 2);
      pages = pages.signedIn(credentials[0], credentials[1]);
    }
    for (String route : List.of(arguments).subList(3, arguments.length)) {
      String[] parts = route.split("=", 2);
      photograph(pages, folder, parts[0], parts[1]);
    }
    // The tests' shared browser stays open for as long as its JVM.
    System.exit(0);
  }

  private static void photograph(Pages pages, Path folder, String name, String path) {
    for (int width : new int[] {1440, 390}) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        String file = "%s-%d-%s.png".formatted(name, width, scheme.name().toLowerCase());
        try (var page = pages.open(path, width, scheme)) {
          page.screenshot(folder.resolve(file));
        }
        System.out.println(file);
      }
    }
  }
}
