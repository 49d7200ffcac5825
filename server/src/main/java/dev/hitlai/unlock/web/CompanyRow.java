package dev.hitlai.unlock.web;

import dev.hitlai.identity.Companies;
import dev.hitlai.unlock.internal.CompanyOverview;
import dev.hitlai.web.view.Option;
import java.util.List;
import java.util.UUID;

/** A company with how far it is. */
public record CompanyRow(UUID id, String name, String plan, long completed, long open, long all) {
  static CompanyRow of(Companies.Company company, CompanyOverview.Overview overview) {
    var features = overview.steps().stream().flatMap(step -> step.features().stream()).toList();
    return new CompanyRow(
        company.id(),
        company.name(),
        company.plan(),
        overview.completed(),
        features.stream().filter(CompanyOverview.Feature::open).count(),
        features.size());
  }

  /** What can be granted. */
  static List<Option> locked(CompanyOverview.Overview overview) {
    return overview.steps().stream()
        .flatMap(step -> step.features().stream())
        .filter(feature -> !feature.open())
        .map(feature -> Option.of(feature.key().code(), feature.key().label()))
        .toList();
  }
}
