package dev.hitlai.aitester.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One claim looked up.
 *
 * @param what which claim, e.g. {@code selector}
 * @param decisive whether failing it alone rejects the finding
 * @param sentence what was found
 */
record Check(String what, Result result, boolean decisive, String sentence) {
  enum Result {
    HOLDS,
    FAILS,
    UNKNOWN
  }

  static Check holds(String what, String sentence) {
    return new Check(what, Result.HOLDS, false, sentence);
  }

  static Check fails(String what, String sentence) {
    return new Check(what, Result.FAILS, false, sentence);
  }

  static Check refutes(String what, String sentence) {
    return new Check(what, Result.FAILS, true, sentence);
  }

  static Check unknown(String what, String sentence) {
    return new Check(what, Result.UNKNOWN, false, sentence);
  }

  static long count(List<Check> checks, Result result) {
    return checks.stream().filter(check -> check.result() == result).count();
  }

  static List<String> failures(List<Check> checks) {
    return checks.stream()
        .filter(check -> check.result() == Result.FAILS)
        .map(Check::sentence)
        .toList();
  }

  /** For the row: what was looked up and how it came out; several of a kind are numbered. */
  static Map<String, String> evidence(List<Check> checks) {
    var evidence = new LinkedHashMap<String, String>();
    var seen = new ArrayList<String>();
    for (var check : checks) {
      seen.add(check.what());
      long number = seen.stream().filter(check.what()::equals).count();
      evidence.put(
          number == 1 ? check.what() : check.what() + " " + number,
          check.result().name().toLowerCase(java.util.Locale.ROOT) + ": " + check.sentence());
    }
    return evidence;
  }
}
