package dev.hitlai.unlock.web;

import dev.hitlai.identity.FeatureKey;

/** Where a feature is used. */
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
}
