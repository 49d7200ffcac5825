package dev.hitlai.safety.internal;

import dev.hitlai.safety.internal.BiasAudit.Kind;
import dev.hitlai.safety.internal.BiasAudit.Measure;
import dev.hitlai.safety.internal.BiasAudit.Observation;
import dev.hitlai.training.JudgedFindings.Judged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Turns findings into what groups got on the same pages. */
final class BiasObservations {
  private static final List<String> GRADES = List.of("low", "medium", "high", "critical");
  private static final Duration WEEK = Duration.ofDays(7);

  private BiasObservations() {}

  private record Dimension(Kind kind, String name, Function<Judged, String> group) {}

  static List<Observation> of(List<Judged> findings, Instant now) {
    var dimensions =
        List.of(
            new Dimension(Kind.DEMOGRAPHIC, "age", one -> ageBand(one.seenBy().age())),
            new Dimension(Kind.DEMOGRAPHIC, "literacy", one -> one.seenBy().techLiteracy()),
            new Dimension(Kind.DEMOGRAPHIC, "eyesight", one -> one.seenBy().eyesight()),
            new Dimension(Kind.PLATFORM, "device", one -> one.seenBy().device()),
            new Dimension(Kind.PLATFORM, "browser", one -> one.seenBy().browser()),
            new Dimension(Kind.LANGUAGE, "language", one -> language(one.seenBy().locale())),
            new Dimension(
                Kind.TEMPORAL,
                "week",
                one -> one.at().isAfter(now.minus(WEEK)) ? "this week" : "before"));
    var observations = new ArrayList<Observation>();
    for (var dimension : dimensions) {
      observe(dimension, findings, observations);
    }
    return observations;
  }

  private static String ageBand(int age) {
    return age < 35 ? "under 35" : age < 60 ? "35 to 59" : "60 and over";
  }

  private static String language(String locale) {
    return Locale.forLanguageTag(locale).getLanguage();
  }

  private static void observe(Dimension dimension, List<Judged> findings, List<Observation> into) {
    // Which groups looked at a site, and in which of its runs.
    Map<String, Map<String, Set<java.util.UUID>>> runs = new HashMap<>();
    Map<String, Map<String, Set<java.util.UUID>>> finders = new HashMap<>();
    for (var one : findings) {
      String group = dimension.group().apply(one);
      runs.computeIfAbsent(one.site(), _ -> new HashMap<>())
          .computeIfAbsent(group, _ -> new HashSet<>())
          .add(one.runId());
      if (!Boolean.FALSE.equals(one.right())) {
        finders
            .computeIfAbsent(one.site() + "|" + one.problem(), _ -> new HashMap<>())
            .computeIfAbsent(group, _ -> new HashSet<>())
            .add(one.runId());
      }
      String unit = one.site() + "|" + one.problem();
      String stratum = one.site() + "|" + one.facts().category();
      if (one.right() != null) {
        into.add(
            new Observation(
                dimension.kind(),
                dimension.name(),
                Measure.REJECTION,
                group,
                stratum,
                unit,
                one.right() ? 0 : 1));
      }
      into.add(
          new Observation(
              dimension.kind(),
              dimension.name(),
              Measure.SEVERITY,
              group,
              stratum,
              unit,
              Math.max(0, GRADES.indexOf(one.facts().severity())) / 3.0));
    }
    finders.forEach(
        (unit, found) -> {
          String site = unit.substring(0, unit.indexOf('|'));
          runs.getOrDefault(site, Map.of())
              .forEach(
                  (group, all) ->
                      into.add(
                          new Observation(
                              dimension.kind(),
                              dimension.name(),
                              Measure.DETECTION,
                              group,
                              site,
                              unit,
                              (double) found.getOrDefault(group, Set.of()).size() / all.size())));
        });
  }
}
