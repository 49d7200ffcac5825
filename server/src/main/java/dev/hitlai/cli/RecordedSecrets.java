package dev.hitlai.cli;

import dev.hitlai.aitester.report.RunDocument;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The passwords that a recording masks, from the command line or the environment. */
final class RecordedSecrets {
  private static final String VARIABLE = "HITLAI_SECRET_";

  private RecordedSecrets() {}

  /**
   * @throws IllegalArgumentException when one is given that the recording has no use for
   */
  static Map<String, String> given(
      RunDocument recording, Map<String, String> options, Map<String, String> environment) {
    var known = names(recording);
    for (var name : options.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "It has no secret '" + name + "'; it has " + (known.isEmpty() ? "none" : known) + ".");
      }
    }
    var secrets = new HashMap<String, String>();
    for (var name : known) {
      var value = environment.get(VARIABLE + name.toUpperCase(Locale.ROOT));
      if (value != null && !value.isEmpty()) {
        secrets.put(name, value);
      }
    }
    secrets.putAll(options);
    return secrets;
  }

  private static TreeSet<String> names(RunDocument recording) {
    var names = new TreeSet<String>();
    for (var mission : recording.missions()) {
      for (var step : mission.steps()) {
        var name = step.input() == null ? null : step.input().secret();
        if (name != null) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
