package dev.hitlai.unlock.web;

import dev.hitlai.identity.FeatureKey;
import dev.hitlai.unlock.internal.CompanyOverview;
import dev.hitlai.unlock.internal.Unlocks.Unlock;
import dev.hitlai.web.view.PhaseBanner;
import dev.hitlai.web.view.TimelineEntry;
import dev.hitlai.web.view.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A company's milestones as its people read them. */
public record CompanyPage(
    int lastThirtyDays,
    @Nullable String nextDate,
    List<Milestone> milestones,
    List<TimelineEntry> history) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  public record Milestone(
      int target,
      long completed,
      boolean reached,
      long missing,
      @Nullable Instant unlockedAt,
      @Nullable LocalDate estimated,
      List<Feature> features) {}

  public record Feature(
      String label, String about, boolean open, String href, @Nullable String grantReason) {}

  static CompanyPage of(CompanyOverview.Overview overview, List<Unlock> unlocks) {
    var next = overview.next();
    return new CompanyPage(
        overview.lastThirtyDays(),
        next == null || next.estimated() == null ? null : "Around " + DAY.format(next.estimated()),
        overview.steps().stream().map(CompanyPage::milestone).toList(),
        unlocks.stream().map(CompanyPage::entry).toList());
  }

  private static Milestone milestone(CompanyOverview.Step step) {
    return new Milestone(
        step.milestone().tests(),
        step.completed(),
        step.reached(),
        step.missing(),
        step.unlockedAt(),
        step.estimated(),
        step.features().stream().map(CompanyPage::feature).toList());
  }

  private static Feature feature(CompanyOverview.Feature feature) {
    return new Feature(
        feature.key().label(),
        feature.key().about(),
        feature.open(),
        FeaturePlaces.href(feature.key()),
        feature.grantReason());
  }

  private static TimelineEntry entry(Unlock unlock) {
    return new TimelineEntry(unlock.unlockedAt(), title(unlock), unlock.reason(), Tone.SUCCESS);
  }

  private static String title(Unlock unlock) {
    if (unlock.feature() == null) {
      int number = Integer.parseInt(String.valueOf(unlock.milestone()).substring(6));
      return "The platform entered phase " + number + ", " + PhaseBanner.phase(number).name();
    }
    String label = FeatureKey.of(unlock.feature()).label();
    return unlock.source().equals("grant") ? label + " was granted early" : label + " opened";
  }
}
