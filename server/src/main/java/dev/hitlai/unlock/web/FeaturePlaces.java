package dev.hitlai.unlock.web;

import dev.hitlai.identity.FeatureKey;
import java.util.Optional;

/** Where a feature is used, and what to say honestly of those that can't be used yet. */
final class FeaturePlaces {
  private FeaturePlaces() {}

  static String href(FeatureKey feature) {
    return switch (feature) {
      case ADVANCED_ANALYTICS -> "/company/analytics";
      case CUSTOM_PERSONAS -> "/company/personas";
      case API_ACCESS -> "/company/settings/keys";
      case PRIORITY_SUPPORT -> "/company/support";
      case WHITE_LABEL -> "/company/settings/brand";
      case DEDICATED_ACCOUNT_MANAGER -> "/company/account-manager";
      case UNLIMITED_SEATS -> "/company/settings/members";
      case STRATEGIC_PARTNERSHIP -> "/company/partnership";
      case CUSTOM_INTEGRATIONS -> "/company/settings/slack";
      case ENTERPRISE_SLA -> "/company/sla";
      case CUSTOM_AI_TRAINING -> "/company/training/own";
      case ADVANCED_AI_MODELS -> "/company/ai-model";
    };
  }

  /** What isn't there yet although the feature opens; empty for features that can be used. */
  static Optional<String> missing(FeatureKey feature) {
    return switch (feature) {
      case ADVANCED_AI_MODELS,
          ADVANCED_ANALYTICS,
          CUSTOM_PERSONAS,
          API_ACCESS,
          PRIORITY_SUPPORT,
          WHITE_LABEL,
          DEDICATED_ACCOUNT_MANAGER,
          CUSTOM_INTEGRATIONS,
          ENTERPRISE_SLA,
          UNLIMITED_SEATS,
          CUSTOM_AI_TRAINING,
          STRATEGIC_PARTNERSHIP ->
          Optional.empty();
    };
  }
}
