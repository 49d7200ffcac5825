package dev.hitlai.unlock;

import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.unlock.internal.CompanyLadder;
import dev.hitlai.unlock.internal.CompanyPace;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The companies' ladder, for whoever offers a feature. */
@Component
class Features implements FeatureGate {
  private final CompanyLadder ladder;
  private final CompanyPace pace;

  Features(CompanyLadder ladder, CompanyPace pace) {
    this.ladder = ladder;
    this.pace = pace;
  }

  @Override
  @Transactional(readOnly = true)
  public Standing standing(UUID companyId, FeatureKey feature) {
    int completed = Math.toIntExact(ladder.completed(companyId));
    if (ladder.isOpen(companyId, feature)) {
      return new Standing(feature, true, completed, null);
    }
    return new Standing(
        feature, false, completed, pace.date(companyId, feature.tests() - completed).orElse(null));
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isOpen(UUID companyId, FeatureKey feature) {
    return ladder.isOpen(companyId, feature);
  }
}
