package dev.hitlai.training.internal.review;

import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUTS;
import static dev.hitlai.training.internal.jooq.Tables.HUMAN_CORRECTIONS;
import static dev.hitlai.training.internal.jooq.Tables.REVIEWERS;

import dev.hitlai.identity.Users;
import dev.hitlai.platform.statistics.Agreement;
import dev.hitlai.platform.statistics.Agreement.Scale;
import dev.hitlai.platform.statistics.Interval;
import dev.hitlai.testing.CorrectionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far reviewers agree: all of them, by kind of finding, by pair, and with known answers. */
@Component
@Transactional(readOnly = true)
public class AgreementReport {
  private static final long SEED = 41;

  /** Krippendorff's customary limits. */
  private static final double RELIABLE = 0.800;

  private static final double TENTATIVE = 0.667;

  private final DSLContext sql;
  private final Users users;

  AgreementReport(DSLContext sql, Users users) {
    this.sql = sql;
    this.users = users;
  }

  /**
   * Alpha of some words.
   *
   * @param of whose or which
   * @param alpha NaN while nothing can be compared
   */
  public record Row(String of, Interval alpha) {
    public String meaning() {
      if (alpha.n() < 2 || Double.isNaN(alpha.estimate())) {
        return "too little to say";
      }
      if (alpha.estimate() >= RELIABLE) {
        return "reliable";
      }
      return alpha.estimate() >= TENTATIVE ? "tentative" : "not reliable";
    }
  }

  /** Cohen's kappa of two. */
  public record Pair(String one, String other, double kappa, int n) {}

  /** A reviewer with what is known of their care. */
  public record Standing(
      String name,
      int reviews,
      int goldRight,
      int goldSeen,
      int agreed,
      int compared,
      double weight) {}

  /**
   * @param verdicts alpha over whether findings stand
   * @param severity alpha over how grave they are, by rank
   */
  public record Report(
      Row verdicts, Row severity, List<Row> kinds, List<Pair> pairs, List<Standing> reviewers) {}

  private record Said(UUID issue, String category, UUID by, int verdict, int severity) {}

  public Report report() {
    var said = said();
    var kinds = new TreeMap<String, List<Said>>();
    said.forEach(one -> kinds.computeIfAbsent(one.category(), _ -> new ArrayList<>()).add(one));
    return new Report(
        new Row("All findings", alpha(said, Scale.NOMINAL)),
        new Row(
            "Severity",
            alpha(said.stream().filter(one -> one.verdict() == 1).toList(), Scale.ORDINAL)),
        kinds.entrySet().stream()
            .map(one -> new Row(one.getKey(), alpha(one.getValue(), Scale.NOMINAL)))
            .toList(),
        pairs(said),
        reviewers());
  }

  private List<Said> said() {
    var grades = List.of("low", "medium", "high", "critical");
    var last = new LinkedHashMap<String, Said>();
    sql.select(
            HUMAN_CORRECTIONS.ISSUE_ID,
            AI_OUTPUTS.CATEGORY,
            HUMAN_CORRECTIONS.CORRECTED_BY,
            HUMAN_CORRECTIONS.CORRECTION_TYPE,
            org.jooq.impl.DSL.coalesce(
                HUMAN_CORRECTIONS.CORRECTED_SEVERITY, HUMAN_CORRECTIONS.AI_SEVERITY))
        .from(HUMAN_CORRECTIONS)
        .join(AI_OUTPUTS)
        .on(AI_OUTPUTS.ISSUE_ID.eq(HUMAN_CORRECTIONS.ISSUE_ID))
        .where(HUMAN_CORRECTIONS.CORRECTED_BY.isNotNull())
        .and(HUMAN_CORRECTIONS.VERIFIED_BY.isNull())
        .andNot(HUMAN_CORRECTIONS.ON_GOLD)
        .orderBy(HUMAN_CORRECTIONS.CREATED_AT, HUMAN_CORRECTIONS.ID)
        .forEach(
            row ->
                last.put(
                    row.value1() + "/" + row.value3(),
                    new Said(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        new Labels.Said(
                                    null, CorrectionType.of(row.value4()), null, 1, false, false)
                                .right()
                            ? 1
                            : 0,
                        grades.indexOf(row.value5()) + 1)));
    return List.copyOf(last.values());
  }

  private static Interval alpha(List<Said> said, Scale scale) {
    Map<UUID, List<Said>> units = new LinkedHashMap<>();
    said.forEach(one -> units.computeIfAbsent(one.issue(), _ -> new ArrayList<>()).add(one));
    return Agreement.alphaWithInterval(
        units.values().stream()
            .map(
                unit ->
                    unit.stream()
                        .mapToInt(one -> scale == Scale.NOMINAL ? one.verdict() : one.severity())
                        .toArray())
            .toList(),
        scale,
        SEED);
  }

  private List<Pair> pairs(List<Said> said) {
    var byIssue = new LinkedHashMap<UUID, List<Said>>();
    said.forEach(one -> byIssue.computeIfAbsent(one.issue(), _ -> new ArrayList<>()).add(one));
    var together = new TreeMap<String, List<int[]>>();
    for (var unit : byIssue.values()) {
      for (int i = 0; i < unit.size(); i++) {
        for (int j = i + 1; j < unit.size(); j++) {
          boolean swap = unit.get(i).by().compareTo(unit.get(j).by()) > 0;
          var one = unit.get(swap ? j : i);
          var other = unit.get(swap ? i : j);
          together
              .computeIfAbsent(one.by() + " " + other.by(), _ -> new ArrayList<>())
              .add(new int[] {one.verdict(), other.verdict()});
        }
      }
    }
    return together.entrySet().stream()
        .map(
            entry -> {
              String[] ids = entry.getKey().split(" ", 2);
              return new Pair(
                  name(UUID.fromString(ids[0])),
                  name(UUID.fromString(ids[1])),
                  Agreement.kappa(entry.getValue()),
                  entry.getValue().size());
            })
        .sorted(java.util.Comparator.comparingInt(Pair::n).reversed())
        .limit(50)
        .toList();
  }

  private List<Standing> reviewers() {
    return sql.selectFrom(REVIEWERS)
        .orderBy(REVIEWERS.REVIEWS.desc(), REVIEWERS.ID)
        .limit(100)
        .fetch(
            row ->
                new Standing(
                    name(row.getUserId()),
                    row.getReviews(),
                    row.getGoldRight(),
                    row.getGoldSeen(),
                    row.getAgreed(),
                    row.getCompared(),
                    row.getWeight().doubleValue()));
  }

  private String name(UUID userId) {
    return users.find(userId).map(Users.User::displayName).orElse("Somebody who left");
  }
}
