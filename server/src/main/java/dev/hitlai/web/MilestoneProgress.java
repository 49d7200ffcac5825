package dev.hitlai.web;

import dev.hitlai.web.view.MilestoneCard;
import java.util.UUID;

/** How far a company has come, for its dashboard. */
public interface MilestoneProgress {

  /**
   * @param userId who looks: a milestone is celebrated once for each person
   */
  MilestoneCard card(UUID companyId, UUID userId);
}
