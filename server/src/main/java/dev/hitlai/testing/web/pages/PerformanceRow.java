package dev.hitlai.testing.web.pages;

import dev.hitlai.testers.AiPerformances;
import dev.hitlai.web.view.Say;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an AI tester did in a period, in words; every share with what it rests on. */
public record PerformanceRow(
    Instant start,
    String name,
    String version,
    String tests,
    String time,
    String findings,
    String refuted,
    String missed,
    String accuracy,
    String corrections,
    String cost,
    String ratios) {

  static PerformanceRow of(AiPerformances.Row row) {
    var one = row.figures();
    return new PerformanceRow(
        one.start(),
        row.name(),
        one.version(),
        Say.count(one.tests()),
        one.minutes() == null
            ? "–"
            : Say.duration(
                Duration.ofMillis(one.minutes().multiply(BigDecimal.valueOf(60_000)).longValue())),
        Say.count(one.issues()),
        "%d of %d judged".formatted(one.falsePositives(), one.judged()),
        Say.count(one.falseNegatives()),
        share(one.accuracy(), one.judged() + one.falseNegatives()),
        "%d, %s".formatted(one.corrections(), share(one.correctionRate(), one.judged())),
        "%s, %s a test"
            .formatted(
                Say.money(one.cost()),
                one.costPerTest() == null ? "–" : Say.money(one.costPerTest())),
        one.comparisons() == 0
            ? "no comparison yet"
            : "time × %s, quality × %s, cost × %s (n = %d)"
                .formatted(
                    ratio(one.speedRatio()),
                    ratio(one.qualityRatio()),
                    ratio(one.costRatio()),
                    one.comparisons()));
  }

  private static String share(@Nullable BigDecimal share, int n) {
    return share == null
        ? "no data yet"
        : "%s (n = %d)".formatted(Say.percent(share.doubleValue()), n);
  }

  private static String ratio(@Nullable BigDecimal ratio) {
    return ratio == null ? "–" : Say.decimal(ratio.doubleValue(), 2);
  }
}
