package dev.hitlai.cli;

import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.Platform;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.ShippedPlatforms;
import dev.hitlai.aitester.TestPlan;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the words of the command line into a plan; a wrong word is a sentence. */
final class TestOptions {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,5})\\s*(s|m|min)?");

  private TestOptions() {}

  static URI url(String text) {
    var address = text.contains("://") ? text : "https://" + text;
    try {
      return new URI(address).parseServerAuthority();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a web address: " + e.getReason(), e);
    }
  }

  static List<Persona> personas(List<String> names) {
    if (names.contains("all")) {
      return ShippedPersonas.all();
    }
    return names.stream()
        .distinct()
        .map(
            name ->
                ShippedPersonas.named(name)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "There is no persona '"
                                    + name
                                    + "'. There are: "
                                    + ShippedPersonas.all().stream()
                                        .map(Persona::name)
                                        .collect(Collectors.joining(", "))
                                    + ", and all.")))
        .toList();
  }

  static @Nullable Platform platform(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return ShippedPlatforms.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no platform '"
                        + name
                        + "'. There are: "
                        + ShippedPlatforms.all().stream()
                            .map(Platform::name)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  static Budget budget(String time, int maxPages, int maxSteps) {
    var matcher = DURATION.matcher(time.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + time + "' is not a time: write 90s or 2m, for instance.");
    }
    var amount = Long.parseLong(matcher.group(1));
    var minutes = matcher.group(2) != null && matcher.group(2).startsWith("m");
    return new Budget(
        minutes ? Duration.ofMinutes(amount) : Duration.ofSeconds(amount), maxPages, maxSteps);
  }

  /** {@code user:password}, unless it names a file with a stored session. */
  static TestPlan.@Nullable Credentials credentials(@Nullable String auth) {
    if (auth == null || storageState(auth) != null) {
      return null;
    }
    var colon = auth.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException(
          "--auth takes user:password or the path of a storage-state file; there is no file '"
              + auth
              + "'.");
    }
    return new TestPlan.Credentials(auth.substring(0, colon), auth.substring(colon + 1));
  }

  static @Nullable Path storageState(@Nullable String auth) {
    if (auth == null || !auth.endsWith(".json")) {
      return null;
    }
    var file = Path.of(auth);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no file '" + auth + "'.");
    }
    return file;
  }

  static LinkedHashSet<ReportFormat> formats(List<String> names) {
    var formats = new LinkedHashSet<ReportFormat>();
    for (var name : names) {
      formats.add(ReportFormat.named(name.strip()));
    }
    return formats;
  }
}
