package dev.hitlai.unlock.internal;

import dev.hitlai.identity.FeatureKey;
import dev.hitlai.unlock.CompanyMilestone;
import dev.hitlai.web.MilestoneProgress;
import dev.hitlai.web.view.MilestoneCard;
import dev.hitlai.web.view.Say;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The company's ladder on its dashboard. */
@Component
class DashboardCard implements MilestoneProgress {
  private final CompanyOverview overview;
  private final Celebrations celebrations;

  DashboardCard(CompanyOverview overview, Celebrations celebrations) {
    this.overview = overview;
    this.celebrations = celebrations;
  }

  @Override
  public MilestoneCard card(UUID companyId, UUID userId) {
    var now = overview.of(companyId);
    var next = now.next();
    var celebration =
        celebrations.next(companyId, userId).map(DashboardCard::celebration).orElse(null);
    return next == null
        ? new MilestoneCard(now.completed(), 0, "", null, celebration)
        : new MilestoneCard(
            now.completed(),
            next.milestone().tests(),
            words(next.milestone().features()),
            next.estimated(),
            celebration);
  }

  private static MilestoneCard.Celebration celebration(CompanyMilestone milestone) {
    return new MilestoneCard.Celebration(
        Say.count(milestone.tests()) + " tests completed",
        "Open to your company from now on: " + words(milestone.features()) + ".");
  }

  private static String words(List<FeatureKey> features) {
    return features.stream().map(FeatureKey::label).collect(Collectors.joining(", "));
  }
}
